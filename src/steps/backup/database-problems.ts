import type { Problem } from '../../errors.js'
import type { RemoteAnswer } from '../../project/remote-answer.js'

/** Warnings on what a proven dump still does not promise, from what the server told of its databases. */
export function databaseProblems(answer: RemoteAnswer): readonly Problem[] {
  const [tables, others] = [answer.all('inconsistent'), answer.all('other')]
  const problems: Problem[] = []
  if (tables.length > 0)
    problems.push({
      id: 'backup-not-consistent',
      severity: 'warning',
      message: `Not all tables are InnoDB, so writes during the dump may be in it by half: ${tables.slice(0, 10).join(', ')}${tables.length > 10 ? ` and ${tables.length - 10} more` : ''}.`,
      fix: 'Convert them with ALTER TABLE … ENGINE=InnoDB, or back up while nothing writes to them.'
    })
  if (others.length > 0)
    problems.push({
      id: 'backup-not-complete',
      severity: 'warning',
      message: `The database is split; the dump holds the relationship database, but not ${others.join(', ')}.`,
      fix: `Dump the others by hand: magento-cloud db:dump -r ${others[0] ?? ''}`
    })
  return problems
}
