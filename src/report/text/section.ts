/** A part of a page in the terminal: an empty line, its title, its lines indented. Empty without lines. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))] : []
}
