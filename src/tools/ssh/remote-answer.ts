import { readInBandStatus } from './in-band-status.js'
import { explainSshFailure } from './failure.js'
import type { CommandResult } from '../process/command.js'
import type { RemoteResult } from './ssh.js'

/** The `key<TAB>value` lines of a remote script. */
export interface RemoteAnswer {
  /** The last value of a key, or null. */
  one(key: string): string | null
  all(key: string): readonly string[]
}

/**
 * The decoded values of a key that are names: our scripts print them with doubled backslashes, and line ends as `\\n`.
 */
export function namesOf(answer: RemoteAnswer, key: string): readonly string[] {
  return answer.all(key).map(unescapeName)
}

/** Decodes a name, or a line with one, that our scripts escaped to fit on one line. */
export function unescapeName(text: string): string {
  return text.replaceAll(/\\([\\n])/g, (_, sign) => (sign === 'n' ? '\n' : '\\'))
}

/** Reads `key<TAB>value` lines; other lines are left out. */
export function parseRemoteAnswer(text: string): RemoteAnswer {
  const pairs = text.split('\n').flatMap((line) => {
    const tab = line.indexOf('\t')
    return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1)] as const]
  })
  const all = (key: string): readonly string[] => pairs.filter(([name]) => name === key).map(([, value]) => value)
  return { all, one: (key) => all(key).at(-1) ?? null }
}

/** The answer of a script wrapped with `nonce`, from the output of ssh. */
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
