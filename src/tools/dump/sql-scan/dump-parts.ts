/** Callbacks for the parts of a dump. Each may throw RefusedStatement, to which the splitter adds the line. */
export interface DumpParts {
  /** A comment of one line, or the line that switches the sandbox mode on. */
  readonly comment: (line: Buffer) => void
  /** A line that changes the delimiter. */
  readonly delimiter: (line: Buffer) => void
  /** A statement with its delimiter, whose length is given. */
  statement(bytes: Buffer, delimiterLength: number): void
  /** The beginning of an INSERT or REPLACE up to VALUES. */
  rowsOf(head: Buffer): void
  /**
   * The rows after it. Returns where it stopped, and whether that is the end of the statement or something other than a
   * row.
   */
  rows(chunk: Buffer, at: number): { readonly at: number; readonly state: 'open' | 'ended' | 'refused' }
}
