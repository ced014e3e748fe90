import { compareModuleStates, type ModuleStates } from './magento-output.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { NodeAnswer } from './node-answer.js'
import type { NodeProblem } from './node-problem.js'
import { judgeDatabase } from './judge-database.js'

/** Problems of one node, besides its version. `committed`: the modules of the committed app/etc/config.php. */
export function judgeNode(node: NodeAnswer, committed: ModuleStates | null): readonly NodeProblem[] {
  if (node.failure !== null) return []
  return [...deployProblems(node), ...judgeDatabase(node), ...moduleProblems(node, committed)]
}

/**
 * Things that a deployment disables at its start and enables at its end. `broken`: the environment has another problem;
 * then they stay disabled until that is fixed, because enabling them would show customers a broken shop.
 */
export function judgeOpening(node: NodeAnswer, broken: boolean): readonly NodeProblem[] {
  if (node.failure !== null) return []
  const problems = [...maintenanceProblems(node), ...cronProblems(node)]
  if (!broken) return problems
  return problems.map((one) => (one.severity === 'error' ? { ...one, fix: stayClosed } : one))
}

const stayClosed =
  'Leave it until the other problems are fixed and deployed: that deployment opens the site and enables cron.'

function maintenanceProblems({ host, maintenance }: NodeAnswer): readonly NodeProblem[] {
  if (maintenance === false) return []
  if (maintenance === null)
    return [
      problem(host, ['maintenance-unknown', 'warning'], ': maintenance:status gave no answer.', 'Check the site.')
    ]
  const message = ': maintenance mode is on, so the site is closed.'
  return [problem(host, ['maintenance-on', 'error'], message, 'On the server: php bin/magento maintenance:disable')]
}

function deployProblems({ host, deployFailed, errors }: NodeAnswer): readonly NodeProblem[] {
  const message = ': the last deployment failed (var/.deploy_is_failed).'
  const flag = deployFailed
    ? [
        problem(
          host,
          ['deploy-failed-flag', 'error'],
          message,
          'Fix the cause, then run magento-cloud environment:redeploy.'
        )
      ]
    : []
  const critical = errors
    .filter((error) => error.type === 'critical')
    .map(({ code, stage, title, suggestion }) =>
      problem(
        host,
        ['cloud-error', 'error'],
        `: error ${code} in the ${stage} phase: ${redactEvidence(title)}`,
        suggestion === null ? 'On the server: tail -n 100 var/log/cloud.log' : redactEvidence(suggestion)
      )
    )
  return [...flag, ...critical]
}

// Without cron, indexes, e-mails and queues stop. The post-deploy phase enables it.
function cronProblems({ host, cron }: NodeAnswer): readonly NodeProblem[] {
  if (cron === true) return []
  if (cron === null)
    return [
      problem(
        host,
        ['cron-unknown', 'warning'],
        ': app/etc/env.php does not say whether cron is enabled.',
        'On the server: php bin/magento cron:run'
      )
    ]
  return [
    problem(
      host,
      ['cron-disabled', 'error'],
      ': cron is still disabled, as it is during a deployment.',
      'On the server: vendor/bin/ece-tools cron:enable'
    )
  ]
}

function moduleProblems({ host, modules }: NodeAnswer, committed: ModuleStates | null): readonly NodeProblem[] {
  if (committed === null || modules === null) return []
  const differences = compareModuleStates(committed, modules)
  if (differences.length === 0) return []
  const shown = differences.slice(0, 5).join(', ')
  const more = differences.length > 5 ? ` and ${differences.length - 5} more` : ''
  return [
    problem(
      host,
      ['modules-differ', 'warning'],
      `: modules differ from app/etc/config.php in git: ${shown}${more}.`,
      'On the server: php bin/magento module:status; then commit the correct app/etc/config.php.'
    )
  ]
}

type Severity = NodeProblem['severity']

function problem(
  host: string,
  [id, severity]: readonly [NodeProblem['id'], Severity],
  says: string,
  fix: string
): NodeProblem {
  return { id, severity, host, says, fix }
}
