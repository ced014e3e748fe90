import type { UpgradeOptions } from './normalize-options.js'

/** The options that say whether a run backs up. */
type BackupAsked = Pick<
  UpgradeOptions,
  'backup' | 'pullRequest' | 'backupArtifact' | 'backupCode' | 'backupMedia' | 'backupSnapshot'
>

/**
 * The way in which a run backs up. A pull request deploys nothing, and a dump that is made with it is old when somebody
 * merges: `auto` makes none then, unless a copy of something is asked for.
 */
export function wantedBackup(options: BackupAsked): UpgradeOptions['backup'] {
  const { backup, pullRequest, backupArtifact, backupCode, backupMedia, backupSnapshot } = options
  const asksForCopies = backupArtifact || backupCode || backupMedia !== 'off' || backupSnapshot
  return backup === 'auto' && pullRequest && !asksForCopies ? 'off' : backup
}
