import type { Problem } from '../../errors.js'
import type { NodeAnswer } from './ask-node.js'

/** What is wrong with one node, beside its version. */
export function judgeNode(node: NodeAnswer): readonly Problem[] {
  if (node.failure !== null) return []
  return [...maintenanceProblems(node), ...databaseProblems(node), ...deployProblems(node)]
}

function maintenanceProblems({ host, maintenance }: NodeAnswer): readonly Problem[] {
  if (maintenance === false) return []
  if (maintenance === null)
    return [
      problem('maintenance-unknown', 'warning', `${host}: maintenance:status gave no answer.`, 'Look at the site.')
    ]
  const message = `${host}: maintenance mode is on, the site is closed.`
  return [problem('maintenance-on', 'error', message, 'On the server: php bin/magento maintenance:disable')]
}

function databaseProblems({ host, database }: NodeAnswer): readonly Problem[] {
  const said = database.evidence.slice(0, 5).join(' ')
  if (database.status === 'current') return []
  if (database.status === 'ahead')
    return [
      problem(
        'database-ahead',
        'error',
        `${host}: the database is newer than the code: ${said}`,
        'Deploy the newer code again, or restore the backup of the database.'
      )
    ]
  if (database.status === 'unknown')
    return [
      problem(
        'database-unknown',
        'warning',
        `${host}: setup:db:status gave no verdict.`,
        'Run php bin/magento setup:db:status there.'
      )
    ]
  if (isDoubtful(database.evidence)) {
    const message = `${host}: setup:db:status calls the declarative schema out of date; with MariaDB 10.4 and later it does so for no reason.`
    return [
      problem(
        'database-doubtful',
        'warning',
        message,
        'Run php bin/magento setup:upgrade --dry-run=1 there to see whether anything is due.'
      )
    ]
  }
  return [
    problem(
      'database-behind',
      'error',
      `${host}: the database is older than the code: ${said}`,
      'Redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
    )
  ]
}

// Only the declarative schema differs: MariaDB 10.4 and later make it differ for no reason.
function isDoubtful(evidence: readonly string[]): boolean {
  return evidence.every((line) => /Declarative Schema|Run 'setup:upgrade'/i.test(line))
}

function deployProblems({ host, deployFailed, errors }: NodeAnswer): readonly Problem[] {
  const flag = deployFailed
    ? [
        problem(
          'deploy-failed-flag',
          'error',
          `${host}: the last deployment failed (var/.deploy_is_failed).`,
          'Mend the cause, then redeploy.'
        )
      ]
    : []
  const critical = errors
    .filter((error) => error.type === 'critical')
    .map(({ code, stage, title, suggestion }) =>
      problem(
        'cloud-error',
        'error',
        `${host}: error ${code} in the ${stage} phase: ${title}`,
        suggestion ?? 'See var/log/cloud.log.'
      )
    )
  return [...flag, ...critical]
}

function problem(id: string, severity: Problem['severity'], message: string, fix: string): Problem {
  return { id, severity, message, fix }
}
