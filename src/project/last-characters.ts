// Longer than any secret; a line may be longer.
const longestSecret = 8192

/**
 * The last `most` characters of `text`. The rest of a cut line is dropped, at most 8,192 characters of it: the end of a
 * secret without its beginning could not be recognised.
 */
export function lastCharacters(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.slice(-most)
  return text[text.length - most - 1] === '\n' ? end : withoutCutLine(end)
}

/** A text whose beginning was cut off, without the possible end of a secret. */
export function withoutCutLine(text: string): string {
  const lineEnd = text.slice(0, longestSecret).indexOf('\n')
  return text.slice(lineEnd < 0 ? longestSecret : lineEnd + 1)
}
