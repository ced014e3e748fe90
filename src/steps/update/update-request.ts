import type { Logger } from '../../logger.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'

/** The tools of this step; `git` works in the scratch checkout. */
export interface UpdateTools {
  readonly git: Git
  readonly composer: Composer
  readonly files: Files
  readonly logger: Logger
}

/** Everything that the update needs to know. */
export interface UpdateInput {
  readonly install: InstallOption
  /** Whether this run holds keys or tokens that third-party code could read. */
  readonly holdsSecrets: boolean
  /** Whether own changes in marshaled files are merged into the new ones. */
  readonly keepChanges: boolean
  readonly before: { readonly composerJson: string; readonly composerLock: string }
  readonly after: { readonly composerJson: string; readonly composerLock: string; readonly appYaml: string | null }
  readonly toVersion: string
}

/** The values of the option `install`. */
type InstallOption = 'fast' | 'full' | 'fast-without-scripts'

/** Facts that decide how the packages are installed. */
export interface InstallChoice {
  readonly install: InstallOption
  /** The checkout that contains lists of patches. */
  readonly folder: string
  /** composer.json and composer.lock as they will be committed. */
  readonly after: { readonly composerJson: string; readonly composerLock: string }
  /** Whether this run holds keys or tokens that third-party code could read. */
  readonly holdsSecrets: boolean
}
