/** What Composer answers when it is asked for the newest release of a package that allows the target. */
export type AllowingRelease =
  | {
      readonly kind: 'release'
      readonly version: string
      /** Whether it is a finished release, and no beta or branch. */
      readonly stable: boolean
      /** PHP or extensions that it needs beside the target; empty as a rule. */
      readonly runtime: readonly string[]
      /** Whether composer.json allows it as it is, so that something beside the target stands against it. */
      readonly allowed: boolean
    }
  /** Every release was tried, and none does. */
  | { readonly kind: 'none' }
  /** Composer could not answer; `why` ends a sentence. */
  | { readonly kind: 'unknown'; readonly why: string }

/** What is known where nothing was asked. */
export const notAsked: AllowingRelease = { kind: 'unknown', why: 'Composer was not asked' }
