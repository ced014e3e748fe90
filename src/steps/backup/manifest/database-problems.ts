import type { Problem } from '../../../errors.js'
import type { BackupManifest, ManifestDump } from './manifest.js'

/** Warnings about limits of a complete dump. */
export function databaseProblems(dump: ManifestDump, strategy: BackupManifest['strategy']): readonly Problem[] {
  const { relationship, nonTransactional, missingPrograms, withoutHistory, excluded, rehearsal, unrehearsed } = dump
  const problems: Problem[] = []
  if (nonTransactional.length > 0)
    problems.push({
      id: 'backup-not-consistent',
      severity: 'warning',
      message: `Not all tables of ${relationship} are InnoDB, so writes made during the dump may be only partly included: ${some(nonTransactional)}.`,
      fix: 'Convert them with ALTER TABLE … ENGINE=InnoDB, or back up while nothing writes to them.'
    })
  if (missingPrograms.length > 0)
    problems.push({
      id: 'backup-not-complete',
      severity: 'warning',
      ...(strategy === 'ssh-dump'
        ? {
            message: `The dump of ${relationship} lacks ${some(missingPrograms)}: their definer is another user, and the database user may not read them.`,
            fix: 'Keep their text elsewhere, or have them created again by the database user of the shop.'
          }
        : {
            message: `The dump of ${relationship} lacks ${some(missingPrograms)}: ${strategy} leaves out routines and events.`,
            fix: 'Set backup: ssh-dump to include them.'
          })
    })
  if (withoutHistory.length > 0)
    problems.push({
      id: 'backup-not-complete',
      severity: 'warning',
      message: `The dump of ${relationship} has the current rows of system-versioned tables, but not the historical ones: ${some(withoutHistory)}.`,
      fix:
        strategy === 'ssh-dump'
          ? 'Only MariaDB 10.11 and later can dump and load them, and not if versions are counted by transactions.'
          : 'Set backup: ssh-dump to include them, with MariaDB 10.11 or later.'
    })
  if (excluded.length > 0)
    problems.push({
      id: 'backup-excluded',
      severity: 'warning',
      message: `The dump of ${relationship} was made without ${some(excluded)}, as backup-exclude requests.`,
      fix: 'Leave backup-exclude empty for a complete backup.'
    })
  if (unrehearsed?.attempted === true)
    problems.push({
      id: 'backup-not-rehearsed',
      severity: 'warning',
      message: `A test restore of the dump of ${relationship} gave no result: ${unrehearsed.why}.`,
      fix: 'Run on a machine with more memory, disk or time, or with the release of MariaDB that the shop uses.'
    })
  if (rehearsal !== null && rehearsal.orphans.length > 0)
    problems.push({
      id: 'backup-orphans',
      severity: 'warning',
      message: `After the restore of ${relationship}, some rows refer to others that do not exist: ${some(rehearsal.orphans)}. The dump matches the database.`,
      fix: 'Remove those rows before the upgrade: a schema change that checks the foreign key would fail.'
    })
  return problems
}

function some(names: readonly string[]): string {
  const rest = names.length - 10
  return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
