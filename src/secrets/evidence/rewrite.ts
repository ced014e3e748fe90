/** A replacement for a part of a text, from the beginning of the match up to `end`. */
export interface Rewritten {
  readonly end: number
  readonly text: string
}

/**
 * `text` with the matches of `start` (a global pattern) replaced by the results of `rewriteAt`; null leaves a match
 * unchanged. Replaced parts are not read again, so the time is linear if `start` is and `rewriteAt` reads no further
 * than its end.
 */
export function rewrite(
  text: string,
  start: RegExp,
  rewriteAt: (match: RegExpExecArray, text: string) => Rewritten | null
): string {
  const pieces: string[] = []
  let done = 0
  start.lastIndex = 0
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const found = rewriteAt(match, text)
    if (found === null) {
      if (match[0] === '') start.lastIndex += 1
      continue
    }
    pieces.push(text.slice(done, match.index), found.text)
    done = found.end
    start.lastIndex = Math.max(found.end, match.index + 1)
  }
  start.lastIndex = 0
  return done === 0 ? text : pieces.join('') + text.slice(done)
}

/** The match of a sticky pattern at a position, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
