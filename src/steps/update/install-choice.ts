/** How packages may be installed, as the option `install` says it. */
export type InstallOption = 'fast' | 'full' | 'fast-without-scripts'

/** What decides how the packages are installed. */
export interface InstallChoice {
  readonly install: InstallOption
  /** The checkout, where lists of patches lie. */
  readonly folder: string
  /** composer.json and composer.lock as they will be committed. */
  readonly after: { readonly composerJson: string; readonly composerLock: string }
  /** Whether this run holds keys or tokens that third-party code could read. */
  readonly holdsSecrets: boolean
}
