import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pRetry from 'p-retry'
import { UpgradeError } from '../../errors.js'
import type { CommandResult, RunCommand, RunOptions } from '../process/command.js'
import { exitError } from './exit-code.js'

/** Three ways to call `magento-cloud`. */
interface Call {
  /** Runs it and returns the result, whatever it is. */
  readonly attempt: (args: readonly string[], options?: Partial<RunOptions>) => Promise<CommandResult>
  /** Runs it once and throws if it fails: for calls that must not be repeated. */
  readonly once: (args: readonly string[], options?: Partial<RunOptions>) => Promise<string>
  /** Reads stdout with `parse`; repeats the call if the platform or the network is out of order. */
  readonly read: <T>(
    args: readonly string[],
    parse: (stdout: string) => T,
    options?: () => Partial<RunOptions>
  ) => Promise<T>
}

interface CallInput {
  readonly run: RunCommand
  /** The first words of its command line: the program, or PHP and the phar. */
  readonly program: readonly [string, ...string[]]
  readonly env: RunOptions['env']
  readonly home: string
  readonly retryPauseSeconds: number
  readonly patienceSeconds: number
  readonly signal?: AbortSignal | undefined
}

const callSeconds = 90
const retries = 3

/** The calls with one clean home folder. */
export function createCall({ run, program, env, home, retryPauseSeconds, patienceSeconds, signal }: CallInput): Call {
  const attempt: Call['attempt'] = (args, options) => {
    // With a missing home it exits with 255 and no message. After the run no home is made again.
    if (signal?.aborted !== true) mkdirSync(home, { recursive: true, mode: 0o700 })
    // Outside any checkout: one mapped to a project would change what the commands act on.
    return run([...program, ...args], { env, cwd: home, timeoutSeconds: callSeconds, ...options })
  }
  const once: Call['once'] = async (args, options) => {
    const result = await attempt(args, options)
    if (result.exitCode !== 0 || result.timedOut) throw exitError(args, result, program[0])
    return result.stdout
  }
  return {
    attempt,
    once,
    read: (args, parse, options) => {
      let patience = patienceSeconds
      return pRetry(async () => parse(await once(args, options?.())), {
        retries,
        minTimeout: retryPauseSeconds * 1000,
        shouldRetry: async ({ error }) => {
          if (!(error instanceof UpgradeError) || error.code !== 'retry-later') return false
          const asked = error.retryAfterSeconds ?? 0
          if (asked > patience) return false
          patience -= asked
          await sleep(asked * 1000, undefined, signal && { signal })
          return true
        }
      })
    }
  }
}
