import { readdirSync, readFileSync } from 'node:fs'

/** What was seen of the processes that a task started: each command line and each environment that held the text. */
export interface Sightings {
  /** Command lines with the text in them. */
  readonly onCommandLines: readonly string[]
  /** Command lines of the processes whose environment had the text in it. */
  readonly inEnvironments: readonly string[]
}

/**
 * Looks at all descendants of this process, a hundred times a second, for `text` on command lines and `variable` in
 * environments as long as `task` runs.
 */
export async function sampleProcesses(
  { text, variable }: { readonly text: string; readonly variable: string },
  task: () => Promise<unknown>
): Promise<Sightings> {
  const found = { argv: new Set<string>(), environ: new Set<string>() }
  const ended = new AbortController()
  const sampling = (async () => {
    while (!ended.signal.aborted) {
      look({ text, variable }, found)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  try {
    await task()
  } finally {
    ended.abort()
    await sampling
  }
  return { onCommandLines: [...found.argv], inEnvironments: [...found.environ] }
}

function look(
  { text, variable }: { readonly text: string; readonly variable: string },
  found: { readonly argv: Set<string>; readonly environ: Set<string> }
): void {
  for (const pid of descendants()) {
    const before = commandLineOf(pid)
    if (before.includes(text)) found.argv.add(before)
    if (!read(pid, 'environ').includes(variable)) continue
    // A program that is just being started has none yet.
    const commandLine = before === '' ? commandLineOf(pid) : before
    if (commandLine !== '') found.environ.add(commandLine)
  }
}

function commandLineOf(pid: string): string {
  return read(pid, 'cmdline').replaceAll('\0', ' ').trim()
}

function descendants(): readonly string[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, /\) \S (\d+)/.exec(read(pid, 'stat'))?.[1] ?? ''] as const)
  )
  const below = (pid: string): boolean => {
    for (let at = parents.get(pid); at !== undefined && at !== ''; at = parents.get(at))
      if (at === String(process.pid)) return true
    return false
  }
  return [...parents.keys()].filter(below)
}

function read(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1')
  } catch {
    return ''
  }
}
