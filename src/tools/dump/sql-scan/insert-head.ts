// The columns of a history, row_start and row_end, come without quotes.
const insert =
  /^(?:INSERT|REPLACE) +(?:IGNORE +)?INTO `(?:[^`]|``)+` (?:\((?:`(?:[^`]|``)+`|\w+)(?:, ?(?:`(?:[^`]|``)+`|\w+))*\) )?VALUES(?=[ \r\n(])/

/**
 * The beginning of an INSERT or REPLACE up to VALUES in the `length` bytes of `bytes` from `at` on, as latin1, or null.
 * Looked for in twice as much each time, so that many short statements do not cost a long look each.
 */
export function findInsertHead(bytes: Buffer, at: number, length: number): string | null {
  for (let look = 512; ; look *= 2) {
    const found = insert.exec(bytes.toString('latin1', at, at + Math.min(look, length)))
    if (found !== null || look >= length) return found?.[0] ?? null
  }
}
