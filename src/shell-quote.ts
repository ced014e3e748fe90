/** A word in quotes that every shell understands. */
export function shellQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

/**
 * A word of a command for a person to type: in quotes only if it needs them; one of several lines as bash and zsh read
 * it, since a command is printed on one line.
 */
export function shellWord(word: string): string {
  if (/[\r\n]/.test(word))
    return `$'${word.replaceAll(/[\\']/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`
  return /^[\w@%+=:,./-]+$/.test(word) ? word : shellQuote(word)
}
