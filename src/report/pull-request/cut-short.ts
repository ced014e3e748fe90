/** What stands below a list of which at most `most` are shown; nothing if that is all of it. */
export function cutShort(all: readonly unknown[], most: number): readonly string[] {
  const rest = all.length - most
  return rest > 0 ? ['', `${rest} more ${rest === 1 ? 'is' : 'are'} in the report of the run.`] : []
}
