/** Why a scratch database did not accept its input. */
export interface LoadFailure {
  /** `refused` by server or client because of its content; `ended` if this machine failed or a limit was reached. */
  readonly kind: 'refused' | 'ended'
  /** The server's error code, e.g. 1062; null if there is none. */
  readonly code: number | null
  /** In words, without any data. */
  readonly words: string
}

/** The error of a query that a scratch database did not answer. */
export class ScratchQueryError extends Error {
  readonly failure: LoadFailure

  constructor(failure: LoadFailure) {
    super(failure.words)
    this.failure = failure
  }
}

// No memory, no disk, no time, no connection: https://mariadb.com/kb/en/mariadb-error-code-reference/ (2026-11).
const exhausted = new Set([
  3, 5, 11, 12, 23, 24, 28, 1021, 1037, 1038, 1041, 1114, 1135, 1206, 1317, 1969, 2002, 2006, 2013, 3024
])
const storageEngineError = 1030
const exhaustedEngines = new Set([12, 28, 122, 132, 135, 136])

/** Reads the stderr of a client. It prints the failed statement, so only code, state and line are kept. */
export function loadFailure(stderr: string): LoadFailure {
  const [words, digits] = /ERROR (\d+) \(\w+\)(?: at line \d+)?/.exec(stderr) ?? []
  if (words === undefined) {
    const [line] = /ERROR at line \d+/.exec(stderr) ?? []
    if (line !== undefined) return { kind: 'refused', code: null, words: line }
    return { kind: 'ended', code: null, words: 'the client of the scratch database ended' }
  }
  const code = Number(digits)
  const engine = Number(/Got error (\d+)/.exec(stderr)?.[1])
  const isOver = exhausted.has(code) || (code === storageEngineError && exhaustedEngines.has(engine))
  return { kind: isOver ? 'ended' : 'refused', code, words }
}
