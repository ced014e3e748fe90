// The history columns row_start and row_end are not quoted.
const insert =
  /^(?:INSERT|REPLACE) +(?:IGNORE +)?INTO `(?:[^`]|``)+` (?:\((?:`(?:[^`]|``)+`|\w+)(?:, ?(?:`(?:[^`]|``)+`|\w+))*\) )?VALUES(?=[ \r\n(])/

/**
 * The beginning of an INSERT or REPLACE up to VALUES in the `length` bytes of `bytes` from `at` on, as latin1, or null.
 * Searches a window that doubles each time, so that short statements stay cheap.
 */
export function findInsertHead(bytes: Buffer, at: number, length: number): string | null {
  for (let look = 512; ; look *= 2) {
    const found = insert.exec(bytes.toString('latin1', at, at + Math.min(look, length)))
    if (found !== null || look >= length) return found?.[0] ?? null
  }
}
