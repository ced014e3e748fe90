import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** One run of an action as the runner would start it. */
export interface ActionRun {
  /** Path of the bundle. */
  readonly main: string
  readonly inputs: Readonly<Record<string, string>>
  readonly workspace: string
  readonly env: Readonly<Record<string, string>>
  readonly event?: unknown
  readonly timeoutSeconds?: number
  /** A program, with its arguments, that starts the bundle's Node and looks on. */
  readonly prefix?: readonly string[]
}

/** What it left behind. */
export interface ActionResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Values that the runner was asked to mask. */
  readonly masks: readonly string[]
  /** Messages of `::error::` commands. */
  readonly errors: readonly string[]
}

/** Starts a bundle with an explicit environment and the runner's command files. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  mkdirSync(join(folder, 'temp'))
  const inputs = Object.entries(run.inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value
  ])
  const env: Record<string, string> & Record<'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY', string> = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: run.workspace,
    GITHUB_REPOSITORY: 'shop/project',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(run.event ?? {})),
    GITHUB_OUTPUT: file('output'),
    GITHUB_ENV: file('env'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: join(folder, 'temp'),
    ...run.env,
    ...(Object.fromEntries(inputs) as Record<string, string>)
  }
  try {
    const ended = await start(resolve(run.main), env, run)
    const commands = parseCommands(ended.stdout)
    return {
      ...ended,
      outputs: parseOutputs(readFileSync(env.GITHUB_OUTPUT, 'utf8')),
      summary: readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'),
      masks: commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message),
      errors: commands.filter(({ name }) => name === 'error').map(({ message }) => message)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function start(
  main: string,
  env: Record<string, string>,
  run: ActionRun
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const [program, ...before] = [...(run.prefix ?? []), process.execPath, main]
    const child = spawn(program, before, { cwd: run.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
    const timer = setTimeout(() => child.kill('SIGTERM'), (run.timeoutSeconds ?? 240) * 1000)
    child.once('error', reject)
    child.once('close', (exitCode) => {
      clearTimeout(timer)
      resolve({ exitCode, ...output })
    })
  })
}

/** The records of a GITHUB_OUTPUT file, `name=value` or with a delimiter. Throws for a malformed one. */
export function parseOutputs(text: string): Record<string, string> {
  const lines = text.split('\n')
  const outputs: Record<string, string> = {}
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue
    const [, name = '', delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? []
    if (delimiter === undefined) {
      const at = line.indexOf('=')
      if (at < 1) throw new Error(`malformed record: ${line}`)
      outputs[line.slice(0, at)] = line.slice(at + 1)
      continue
    }
    const end = lines.indexOf(delimiter)
    if (end < 0) throw new Error(`unterminated record: ${name}`)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}

/** The commands to the runner in a text: those at the start of a line. */
export function parseCommands(text: string): { name: string; message: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, name, message] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
    if (name === undefined || message === undefined) return []
    return [{ name, message: message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%') }]
  })
}
