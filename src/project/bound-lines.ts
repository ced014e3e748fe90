const longest = 2000

/**
 * `text` with line breaks in lines of more than 2,000 characters, at a blank if possible: patterns for two words in one
 * line take quadratic time.
 */
export function boundLines(text: string): string {
  return text.replaceAll(/[^\n]{2000}[^\n]+/g, (line) => {
    const pieces: string[] = []
    for (let from = 0; from < line.length;) {
      const to = from + longest >= line.length ? line.length : endOfPiece(line, from)
      pieces.push(line.slice(from, to))
      from = to
    }
    return pieces.join('\n')
  })
}

function endOfPiece(line: string, from: number): number {
  const blank = line.slice(from, from + longest).lastIndexOf(' ')
  return from + (blank < 0 ? longest : blank + 1)
}
