import { UpgradeError } from '../../errors.js'
import type { Backup } from '../../report/report.js'
import type { BackupStrategy } from './choose-strategy.js'

/** The level that a backup must reach before anything is pushed. */
export type BackupLevel = 'proven' | 'proven-without-rehearsal' | 'off'

/**
 * Makes a backup and checks that it reaches the requested level. Throws UpgradeError `backup-unproven` if it does not;
 * the backup itself is kept. With `off`, a failed backup becomes a warning in the report, unless it is made `alone`,
 * because nothing would follow it.
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
    message: `The backup is ${backup.state}, but backup-proof requires proven.`,
    next:
      backup.state === 'inconsistent'
        ? 'Convert the tables named in the warnings to InnoDB, or set backup-proof: proven-without-rehearsal.'
        : 'Store the dump on a machine with a MariaDB server (backup-to: runner or both), or set backup-proof: proven-without-rehearsal.',
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
        fix: `${error.next} The run continued because backup-proof is off.`
      }
    ]
  }
}
