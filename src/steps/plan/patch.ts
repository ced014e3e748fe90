/** One patch that the platform's build applies. */
export interface Patch {
  readonly kind: 'required' | 'quality' | 'hotfix'
  /** Path of a hotfix in the project, or the id of a quality patch. */
  readonly name: string
  readonly text: string
}

/** The result of a patch on the target, in the order of the build. */
export interface Forecast {
  readonly patch: Patch
  /** `unknown` if a package that it touches is not available. */
  readonly outcome: 'applies' | 'contained' | 'conflict' | 'unknown'
  /** git's own reason for a conflict; otherwise empty. */
  readonly reason: string
}
