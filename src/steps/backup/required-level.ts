import { UpgradeError } from '../../errors.js'
import type { Backup } from '../../report/report.js'
import type { BackupStrategy } from './choose-strategy.js'

/** What a backup must be worth before anything is pushed. */
export type BackupLevel = 'proven' | 'proven-without-rehearsal' | 'off'

/**
 * Makes a backup and holds it to the level that was asked for. Throws UpgradeError `backup-unproven` where it is worth
 * less; the backup itself stays then. With `off` a backup that failed is a warning, and so it stands in the report,
 * unless it is made `alone`, with nothing to go on to.
 */
export async function requiredLevel(
  { level, alone }: { readonly level: BackupLevel; readonly alone: boolean },
  strategy: BackupStrategy,
  make: () => Promise<Backup>
): Promise<Backup> {
  const backup = await make().catch((error: unknown) => {
    const failed = error instanceof UpgradeError && (error.code === 'backup-failed' || error.code === 'backup-unproven')
    if (level === 'off' && !alone && failed) return failedBackup(error, strategy === 'auto' ? 'ssh-dump' : strategy)
    throw error
  })
  if (level !== 'proven' || backup.state === 'proven') return backup
  throw new UpgradeError('backup-unproven', {
    message: `The backup is ${backup.state}, and backup-proof asks for proven.`,
    next:
      backup.state === 'inconsistent'
        ? 'Convert the tables that are named as warnings to InnoDB, or set backup-proof: proven-without-rehearsal.'
        : 'Bring the dump to a machine with a MariaDB server (backup-to: runner or both), or set backup-proof: proven-without-rehearsal.',
    problems: backup.problems
  })
}

function failedBackup(error: UpgradeError, strategy: Backup['strategy']): Backup {
  const nothing = {
    finishedAt: null,
    reused: false,
    manifest: null,
    location: null,
    downloadedTo: null,
    bytes: null,
    sha256: null,
    tables: null
  }
  return {
    strategy,
    state: 'failed',
    ...nothing,
    dumps: [],
    proofs: [],
    extras: [],
    problems: [
      {
        id: 'backup-failed',
        severity: 'warning',
        message: `There is no backup: ${error.message}`,
        fix: `${error.next} The run went on because backup-proof is off.`
      }
    ]
  }
}
