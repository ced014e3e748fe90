/** `text` with at most `most` characters. Redact it first: half of a secret is not recognised. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
