import { UpgradeError } from '../../../errors.js'
import type { Finding } from '../../../report/report.js'
import { leftoverIds } from './leftovers.js'

/**
 * The error of a deployment or a verification, extended by the cause that its findings name, the remedy, and whether
 * the site is closed. Unchanged if they show neither. `activityId` is the activity whose log has more.
 */
export function nameCause(error: UpgradeError, findings: readonly Finding[], activityId: string | null): UpgradeError {
  const { code, message, summary, next, problems, details } = error
  if (!explainedError.has(code)) return error
  const cause = findings[0] && isCause(findings[0], code) ? findings[0] : null
  const closed = code === 'deploy-failed' && findings.some(({ id }) => id === 'maintenance-on')
  const before = code === 'deploy-failed' && findings[0]?.siteUnchanged === true
  if (cause === null && !closed) return error
  const log =
    activityId !== null && code === 'deploy-failed' ? ` The whole log: magento-cloud activity:log ${activityId}` : ''
  const told = [
    ...(cause === null ? [] : [`${lead(cause)} ${cause.title.replace(/\.$/, '')}.`]),
    ...(before ? ['The site runs the previous version: nothing was deployed.'] : []),
    ...(closed ? ['The site is closed for maintenance.'] : [])
  ]
  return new UpgradeError(code, {
    message: [message, ...told].join(' '),
    summary: [summary, ...told].join(' '),
    next: cause === null ? next : `${cause.next}${log}`,
    problems,
    ...(details !== undefined && { details })
  })
}

const explainedError = new Set(['deploy-failed', 'unhealthy', 'wrong-version'])
const notCauses = new Set(['unknown', 'unread', 'ece-tools-warnings', ...leftoverIds])

// Errors of the shop itself explain an unhealthy shop, never a failed deployment.
function isCause({ id, phase }: Finding, code: string): boolean {
  return !notCauses.has(id) && (code !== 'deploy-failed' || phase !== 'site')
}

function lead({ certainty }: Finding): string {
  return certainty === 'likely' ? 'Likely cause:' : 'Cause:'
}
