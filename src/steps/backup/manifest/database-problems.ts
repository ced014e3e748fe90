import type { Problem } from '../../../errors.js'
import type { BackupManifest, ManifestDump } from './manifest.js'

/** Warnings on what a dump that is whole still does not promise. */
export function databaseProblems(dump: ManifestDump, strategy: BackupManifest['strategy']): readonly Problem[] {
  const { relationship, nonTransactional, missingPrograms, withoutHistory, excluded, rehearsal, unrehearsed } = dump
  const problems: Problem[] = []
  if (nonTransactional.length > 0)
    problems.push({
      id: 'backup-not-consistent',
      severity: 'warning',
      message: `Not all tables of ${relationship} are InnoDB, so writes during the dump may be in it by half: ${some(nonTransactional)}.`,
      fix: 'Convert them with ALTER TABLE … ENGINE=InnoDB, or back up while nothing writes to them.'
    })
  if (missingPrograms.length > 0)
    problems.push({
      id: 'backup-not-complete',
      severity: 'warning',
      ...(strategy === 'ssh-dump'
        ? {
            message: `The dump of ${relationship} holds everything but ${some(missingPrograms)}: somebody else is their definer, and the database user may not read them.`,
            fix: 'Keep their text elsewhere, or have them created anew by the database user of the shop.'
          }
        : {
            message: `The dump of ${relationship} holds everything but ${some(missingPrograms)}: ${strategy} leaves routines and events out.`,
            fix: 'Set backup: ssh-dump to have them too.'
          })
    })
  if (withoutHistory.length > 0)
    problems.push({
      id: 'backup-not-complete',
      severity: 'warning',
      message: `The dump of ${relationship} holds the present rows of system-versioned tables, not those that they held before: ${some(withoutHistory)}.`,
      fix:
        strategy === 'ssh-dump'
          ? 'Only MariaDB 10.11 and later can dump and load them, and not where versions are counted by transactions.'
          : 'Set backup: ssh-dump to have them too, from MariaDB 10.11 on.'
    })
  if (excluded.length > 0)
    problems.push({
      id: 'backup-excluded',
      severity: 'warning',
      message: `The dump of ${relationship} was made without ${some(excluded)}, as backup-exclude asks.`,
      fix: 'Leave backup-exclude empty to have everything in it.'
    })
  if (unrehearsed?.attempted === true)
    problems.push({
      id: 'backup-not-rehearsed',
      severity: 'warning',
      message: `Whether the dump of ${relationship} can be restored was tried, but could not be told: ${unrehearsed.why}.`,
      fix: 'Run on a machine with more memory, disk or time, or with the release of MariaDB that the shop has.'
    })
  if (rehearsal !== null && rehearsal.orphans.length > 0)
    problems.push({
      id: 'backup-orphans',
      severity: 'warning',
      message: `In the restored ${relationship} rows refer to others that do not exist: ${some(rehearsal.orphans)}. The dump is as the database is.`,
      fix: 'Remove those rows before the upgrade: a schema change that checks the foreign key would fail.'
    })
  return problems
}

function some(names: readonly string[]): string {
  const rest = names.length - 10
  return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
