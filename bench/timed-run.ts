import { spawn } from 'node:child_process'

/** One run of a program: wall time, and the processor's time of it and its children. */
export interface TimedRun {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly exitCode: number
  readonly output: string
}

// Bash counts the time of all children of the program, which Node does not report.
const clock = 'TIMEFORMAT="%R %U %S"; time "$@"'

/** Runs a program to its end with exactly this environment. */
export async function timedRun(
  argv: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> }
): Promise<TimedRun> {
  const child = spawn('bash', ['-c', clock, 'bash', ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => void (output += String(chunk)))
  child.stderr.on('data', (chunk) => void (output += String(chunk)))
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve(code ?? 1)
    })
  })
  const times = output.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
  const [seconds = NaN, user = NaN, system = NaN] = times
  if (Number.isNaN(seconds + user + system)) throw new Error(`Bash told no times: ${output}`)
  return { seconds, cpuSeconds: user + system, exitCode, output }
}
