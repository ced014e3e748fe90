// No secret is longer; a line may be.
const longestSecret = 8192

/**
 * The last `most` characters of `text`. What is left of a line that was cut is dropped, or its first 8,192 characters:
 * of a secret whose beginning is missing nobody would know the end.
 */
export function lastCharacters(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.slice(-most)
  return text[text.length - most - 1] === '\n' ? end : withoutCutLine(end)
}

/** A text whose beginning was cut off, without what may be the end of a secret. */
export function withoutCutLine(text: string): string {
  const lineEnd = text.slice(0, longestSecret).indexOf('\n')
  return text.slice(lineEnd < 0 ? longestSecret : lineEnd + 1)
}
