/** Counts the rows of one INSERT statement that comes in pieces. */
export interface TupleCounter {
  /** Reads on at `at`; returns where it stopped: behind the statement's `;`, or at the end of the piece. */
  readonly count: (chunk: Uint8Array, at: number) => number
  readonly rows: number
  readonly ended: boolean
}

const [quote, open, close, semicolon, backslash] = [39, 40, 41, 59, 92]

/** A counter that begins behind the word VALUES. */
export function createTupleCounter(): TupleCounter {
  let rows = 0
  let depth = 0
  let inString = false
  let escaped = false
  let ended = false
  const count = (chunk: Uint8Array, at: number): number => {
    for (let index = at; index < chunk.length; index += 1) {
      const byte = chunk[index]
      if (escaped) escaped = false
      else if (inString) {
        if (byte === quote) inString = false
        else if (byte === backslash) escaped = true
      } else if (byte === quote) inString = true
      else if (byte === open) depth += 1
      else if (byte === close) {
        depth -= 1
        if (depth === 0) rows += 1
      } else if (byte === semicolon && depth === 0) {
        ended = true
        return index + 1
      }
    }
    return chunk.length
  }
  return {
    count,
    get rows() {
      return rows
    },
    get ended() {
      return ended
    }
  }
}
