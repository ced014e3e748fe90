import { readInBandStatus } from './in-band-status.js'
import { explainSshFailure } from './failure.js'
import type { CommandResult } from '../process/command.js'
import type { RemoteResult } from './ssh.js'

/** What a script wrapped with `nonce` answered, read from what ssh printed. */
export function remoteResult(
  nonce: string,
  result: Pick<CommandResult, 'stdout' | 'stderr' | 'timedOut'>,
  timeoutSeconds: number
): RemoteResult {
  const { exitCode, begun, output } = readInBandStatus(nonce, result.stdout)
  const deadlineSeconds = result.timedOut ? timeoutSeconds : null
  const failure = exitCode === null ? explainSshFailure({ stderr: result.stderr, begun, deadlineSeconds }) : null
  return {
    exitCode,
    stdout: output,
    stderr: result.stderr,
    failure: failure?.words ?? null,
    failureKind: failure?.kind ?? null
  }
}
