/** A blocker in words. */
export interface BlockerWords {
  /** The package, the release or its absence, and the way out, in one sentence without its full stop. */
  readonly headline: string
  /** The ways out at length. */
  readonly fix: string
}
