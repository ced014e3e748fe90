/** One patch that the build of the platform applies. */
export interface Patch {
  readonly kind: 'required' | 'quality' | 'hotfix'
  /** Path of a hotfix in the project, or the id of a quality patch. */
  readonly name: string
  readonly text: string
}

/** What a patch does on the target, in the order of the build. */
export interface Forecast {
  readonly patch: Patch
  /** `unknown` where a package that it touches cannot be had. */
  readonly outcome: 'applies' | 'contained' | 'conflict' | 'unknown'
  /** git's own reason for a conflict; empty otherwise. */
  readonly reason: string
}
