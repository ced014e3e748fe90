/** A word in quotes, as every shell reads it: the stand-in's own, so that it does not share a mistake of the product. */
export function shellQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
