import { readInBandStatus } from './in-band-status.js'
import { explainSshFailure } from './failure.js'
import type { CommandResult } from '../process/command.js'
import type { RemoteResult } from './ssh.js'

/** The `key<TAB>value` lines that a remote script told. */
export interface RemoteAnswer {
  /** The last value of a key, or null. */
  one(key: string): string | null
  all(key: string): readonly string[]
}

/** The values of a key that are names as our scripts tell them: with backslashes doubled, and line ends as `\\n`. */
export function namesOf(answer: RemoteAnswer, key: string): readonly string[] {
  return answer.all(key).map(unescapeName)
}

/** A name, or a line with one, as it was before our scripts brought it on one line. */
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
