import type { Problem } from '../../errors.js'
import type { ManifestDump } from '../../project/backup-manifest.js'

/** Warnings on what a dump that is whole still does not promise. */
export function databaseProblems(dump: ManifestDump): readonly Problem[] {
  const { relationship, nonTransactional, missingPrograms } = dump
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
  return problems
}

function some(names: readonly string[]): string {
  const rest = names.length - 10
  return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
