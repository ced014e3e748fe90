/** Composer's answer to the question for the newest release of a package that allows the target. */
export type AllowingRelease =
  | {
      readonly kind: 'release'
      readonly version: string
      /** Whether it is a stable release, not a beta or branch. */
      readonly stable: boolean
      /** PHP or extensions that it needs besides the target; usually empty. */
      readonly runtime: readonly string[]
      /** Whether composer.json already allows it, so that something besides the target prevents it. */
      readonly allowed: boolean
    }
  /** Every release was tried, and none does. */
  | { readonly kind: 'none' }
  /** Composer could not answer; `why` ends a sentence. */
  | { readonly kind: 'unknown'; readonly why: string }

/** The answer if nothing was asked. */
export const notAsked: AllowingRelease = { kind: 'unknown', why: 'Composer was not asked' }
