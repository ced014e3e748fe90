import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { NodeAnswer } from './node-answer.js'
import type { NodeProblem } from './node-problem.js'

/** Problems with the database of a node; the known false alarms of setup:db:status are warnings. */
export function judgeDatabase({ host, database }: NodeAnswer): readonly NodeProblem[] {
  const said = inShort(database.evidence)
  if (database.status === 'current') return []
  if (database.status === 'ahead')
    return [
      {
        id: 'database-ahead',
        severity: 'error',
        host,
        says: `: the database is newer than the code: ${said}`,
        fix: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore.'
      }
    ]
  if (database.status === 'unknown') return [unknown(host, database)]
  if (isDoubtful(database.evidence))
    return [
      {
        id: 'database-doubtful',
        severity: 'warning',
        host,
        says: `: setup:db:status reports the declarative schema as out of date; with MariaDB 10.4 and later it does so without a reason.`,
        fix: 'Run php bin/magento setup:upgrade --dry-run=1 there to see whether anything is pending.'
      }
    ]
  return [
    {
      id: 'database-behind',
      severity: 'error',
      host,
      says: `: the database is older than the code: ${said}`,
      fix: 'magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
    }
  ]
}

// If it had no result or crashed, the state of the database is unknown. Only 2 is a known false alarm.
function unknown(host: string, { evidence, exitCode = 1 }: NodeAnswer['database']): NodeProblem {
  const said = redactEvidence(evidence.join(' ')).slice(0, 300) || 'it printed nothing'
  return {
    id: 'database-unknown',
    severity: exitCode === 2 ? 'warning' : 'error',
    host,
    says: `: setup:db:status gave no clear result (exit code ${exitCode}): ${said}`,
    fix: 'On the server: php bin/magento setup:db:status; then check whether the database answers: magento-cloud sql "SELECT 1"'
  }
}

// The first line of the program suggests a remedy that is wrong for a deployed shop.
function inShort(evidence: readonly string[]): string {
  const lines = evidence.filter((line) => !/Please (?:update|upgrade) your/.test(line))
  const more = lines.length > 2 ? ` and ${lines.length - 2} more` : ''
  return redactEvidence(`${lines.slice(0, 2).join(', ')}${more}`)
}

// Only the declarative schema differs: MariaDB 10.4 and later cause that without a reason.
function isDoubtful(evidence: readonly string[]): boolean {
  return evidence.every((line) => /Declarative Schema|Run 'setup:upgrade'/i.test(line))
}
