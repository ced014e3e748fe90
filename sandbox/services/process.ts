import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A long-running program of the sandbox. */
export interface ServiceProcess {
  readonly pid: number
  /** Ends the whole process group and waits until it is gone. */
  stop(): Promise<void>
}

/** How a program is started. */
export interface ServiceOptions {
  /** Folder of the sandbox: the output goes to `log/<name>.log`, the pid to `pids/<name>`. */
  readonly directory: string
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Returns whether the program is ready to serve; called until it is, or `readySeconds` have passed. */
  readonly isReady: () => Promise<boolean>
  readonly readySeconds?: number
}

/** Starts a program in a process group of its own and waits until it serves. Throws with its output if it does not. */
export async function startProcess(
  argv: readonly [string, ...string[]],
  options: ServiceOptions
): Promise<ServiceProcess> {
  const { directory, name, env, cwd = directory, isReady, readySeconds = 30 } = options
  mkdirSync(join(directory, 'log'), { recursive: true })
  mkdirSync(join(directory, 'pids'), { recursive: true })
  const log = join(directory, 'log', `${name}.log`)
  const output = openSync(log, 'a')
  const child = spawn(argv[0], argv.slice(1), { cwd, env, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  const pid = child.pid ?? -1
  writeFileSync(join(directory, 'pids', name), `${pid}\n`)
  const stop = async (): Promise<void> => {
    signalGroup(pid, 'SIGTERM')
    const timer = setTimeout(signalGroup, 5000, pid, 'SIGKILL')
    await ended
    clearTimeout(timer)
    signalGroup(pid, 'SIGKILL')
  }
  const deadline = performance.now() + readySeconds * 1000
  while (!(await isReady())) {
    if (child.exitCode !== null || child.signalCode !== null || pid < 0 || performance.now() > deadline) {
      await stop()
      throw new Error(`${name} did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return { pid, stop }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid < 2) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has ended already.
  }
}
