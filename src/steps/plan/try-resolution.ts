import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { CommandResult } from '../../tools/process/command.js'

/** Composer and the files of the scratch checkout. */
export interface ResolvingTools {
  readonly composer: Composer
  readonly files: Files
}

/** One resolution to try in a scratch folder. */
interface Trial {
  readonly folder: string
  readonly composerJson: string
  /** The lock to start from; null to start without one. */
  readonly lock: string | null
  /** Arguments of `composer update`. */
  readonly args: readonly string[]
  /**
   * Whether versions with security advisories are refused, if Composer can do that; otherwise they count like any
   * other.
   */
  readonly securityBlocking: boolean
}

/** Result of a trial: the lock, or null with Composer's output. */
export interface TrialOutcome {
  readonly lock: string | null
  readonly result: CommandResult
}

/** Resolves without installing. Overwrites composer.json and composer.lock of the folder, and leaves them there. */
export async function tryResolution({ composer, files }: ResolvingTools, trial: Trial): Promise<TrialOutcome> {
  const { folder, composerJson, lock, args, securityBlocking } = trial
  const lockPath = files.join(folder, 'composer.lock')
  await files.write(files.join(folder, 'composer.json'), composerJson)
  await (lock === null ? files.remove(lockPath) : files.write(lockPath, lock))
  const update = ['update', ...args, '--no-install', '--no-progress', '--no-scripts', '--no-plugins']
  const result = await composer.run(folder, update, securityBlocking ? {} : { securityBlocking })
  return { result, lock: result.exitCode === 0 ? await files.read(lockPath) : null }
}
