import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/** What a way of doing a job cost on this side. */
export interface Load {
  readonly seconds: number
  /** Processor seconds of the process and everything below it; servers that it talks to are not in it. */
  readonly cpu: number
  /** Highest resident memory of a node process in it, in MB; 0 where there is none. */
  readonly megabytes: number
}

// bash counts the processor time of all children that were waited for.
const timed = 'TIMEFORMAT="cpu %U %S"; time "$@"'

/** Runs a program to its end and watches it. Throws where it fails. */
export async function watched(
  argv: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly cwd: string }
): Promise<Load> {
  const began = performance.now()
  const child = spawn('bash', ['-c', timed, 'timed', ...argv], { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  let megabytes = 0
  const watch = setInterval(() => (megabytes = Math.max(megabytes, ...nodesBelow(child.pid ?? 0))), 50)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${argv.slice(0, 4).join(' ')} ended with ${String(code)}\n${stderr}`)
  const [, user = '0', system = '0'] = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? []
  return { seconds: (performance.now() - began) / 1000, cpu: Number(user) + Number(system), megabytes }
}

/** Resident megabytes of the node processes that are direct children of `parent`. */
function nodesBelow(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const status = read(`/proc/${pid}/status`)
      const isChild = new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status) && status.startsWith('Name:\tnode')
      return isChild ? [Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024] : []
    })
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended meanwhile.
    return ''
  }
}
