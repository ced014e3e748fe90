/** A heading around the name of an environment. */
export type TitleWords = (environment: string) => string

/** The longest heading. */
export const titleLength = 70

/** The heading with as much of the environment's name as fits in {@link titleLength}. */
export function fitTitle(environment: string | null, words: TitleWords): string {
  const name = environment ?? 'the environment'
  const whole = words(name)
  const left = name.length - (whole.length - titleLength)
  const fitted = whole.length <= titleLength ? whole : words(`${name.slice(0, Math.max(left - 1, 3))}…`)
  return fitted.length > titleLength ? `${fitted.slice(0, titleLength - 1)}…` : fitted
}
