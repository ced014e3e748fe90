import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execFileAsync = promisify(execFile)

/** A failed program, with its output. */
export class ProgramFailure extends Error {
  readonly output: string

  constructor(summary: string, output: string, cause: unknown) {
    super(`${summary}\n${output}`, { cause })
    this.output = output
  }
}

/** Runs a program to its end with exactly the given environment, `input` as its stdin. Returns stdout; throws ProgramFailure. */
export async function runProgram(
  argv: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly input?: string }
): Promise<{ stdout: string; stderr: string }> {
  const [program, ...rest] = argv
  try {
    const { cwd, env, input } = options
    const running = execFileAsync(program, rest, { cwd, env, maxBuffer: 64 * 1024 * 1024 })
    // A program that ends early closes its stdin; its exit status says why.
    running.child.stdin?.on('error', () => undefined).end(input)
    return await running
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new ProgramFailure(`${argv.slice(0, 3).join(' ')} failed in ${options.cwd}`, stdout + stderr, error)
  }
}
