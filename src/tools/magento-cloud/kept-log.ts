import { phaseOf } from '../../project/deployment-phases.js'

/** A log that keeps its last lines, and those that begin a phase. */
interface KeptLog {
  readonly add: (line: string) => void
  /** The number of lines dropped. */
  readonly lost: number
  /** The lines, preceded by a note on what is missing; without a final line end. */
  text(): string
}

/**
 * Keeps at most the last `limit` characters of a log in whole lines, and besides these the lines that begin a phase.
 */
export function keepLog(limit = 12 * 1024 * 1024): KeptLog {
  let lines: string[] = []
  let first = 0
  let length = 0
  let lost = 0
  const begins: string[] = []
  const drop = (line: string): void => {
    length -= line.length + 2
    lost += 1
    if (phaseOf(line) !== null && begins.length < 100) begins.push(line)
  }
  return {
    get lost() {
      return lost
    },
    add: (line) => {
      lines.push(line)
      length += line.length + 2
      while (length > limit && first < lines.length - 1) drop(lines[first++] ?? '')
      if (first < 100_000) return
      lines = lines.slice(first)
      first = 0
    },
    text: () => {
      const word = `(${lost} lines of this log are omitted here: it is too long.)`
      return [...begins, ...(lost > 0 ? [word] : []), ...lines.slice(first)].join('\n')
    }
  }
}
