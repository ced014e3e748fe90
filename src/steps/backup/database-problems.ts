import type { Problem } from '../../errors.js'
import type { ManifestDump } from '../../project/backup-manifest.js'

/** Warnings on what a dump that is whole still does not promise. */
export function databaseProblems(dump: ManifestDump): readonly Problem[] {
  const { relationship, nonTransactional, missingPrograms, excluded, rehearsal } = dump
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
      message: `The dump of ${relationship} holds everything but ${some(missingPrograms)}: magento-cloud db:dump leaves routines and events out.`,
      fix: 'Set backup: ssh-dump to have them too.'
    })
  if (excluded.length > 0)
    problems.push({
      id: 'backup-excluded',
      severity: 'warning',
      message: `The dump of ${relationship} was made without ${some(excluded)}, as backup-exclude asks.`,
      fix: 'Leave backup-exclude empty to have everything in it.'
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
