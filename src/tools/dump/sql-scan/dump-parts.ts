/** Takes the parts of a dump. All of them may throw RefusedStatement, which the splitter gives a line. */
export interface DumpParts {
  /** A comment of one line, or the line that switches the sandbox mode on. */
  readonly comment: (line: Buffer) => void
  /** A line that changes the delimiter. */
  readonly delimiter: (line: Buffer) => void
  /** A statement with its delimiter, whose length is given. */
  statement(bytes: Buffer, delimiterLength: number): void
  /** The beginning of an INSERT or REPLACE up to VALUES. */
  rowsOf(head: Buffer): void
  /** Rows behind it. Returns where it stopped, and whether that is the end of the statement or what is no row. */
  rows(chunk: Buffer, at: number): { readonly at: number; readonly state: 'open' | 'ended' | 'refused' }
}
