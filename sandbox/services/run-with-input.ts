import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Runs a program to its end with this text on stdin. Returns stdout; throws with stderr where it fails. */
export async function runWithInput(
  argv: readonly [string, ...string[]],
  options: { readonly input: string; readonly env: Readonly<Record<string, string>>; readonly cwd?: string }
): Promise<string> {
  const [program, ...args] = argv
  const child = spawn(program, args, { env: options.env, cwd: options.cwd, stdio: 'pipe' })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  // A program that ends early closes its stdin; its exit code tells.
  child.stdin.on('error', () => undefined).end(options.input)
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode ?? 'a signal'}: ${stderr.slice(-2000)}`)
  return stdout
}
