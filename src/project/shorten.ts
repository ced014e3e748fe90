/** `text` with at most `most` characters. Redact it before: half of a secret is known by nobody. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
