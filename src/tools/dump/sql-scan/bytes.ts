/** Whether a byte is white space between the words of SQL. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 9 || byte === 13
}

/** A comment that servers run, `/*!` or `/*M!`. */
export function isVersion(bytes: Buffer, at: number): boolean {
  return bytes[at + 2] === 33 || (bytes[at + 2] === 77 && bytes[at + 3] === 33)
}
