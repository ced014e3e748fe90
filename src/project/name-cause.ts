import { UpgradeError } from '../errors.js'
import type { Finding } from '../report.js'
import { buildFailures } from './build-failures.js'
import { leftBehindIds } from './left-behind.js'

/**
 * The error of a deployment or a verification with the cause that its findings name, what to do about that, and whether
 * the site is closed. The error as it is where they tell neither. `activityId` is the activity whose log has more.
 */
export function nameCause(error: UpgradeError, findings: readonly Finding[], activityId: string | null): UpgradeError {
  const { code, message, unchanged, next, problems, details } = error
  if (!explained.has(code)) return error
  const cause = findings[0] && !notCauses.has(findings[0].id) ? findings[0] : null
  const closed = code === 'deploy-failed' && findings.some(({ id }) => id === 'maintenance-on')
  if (cause === null && !closed) return error
  const log =
    activityId !== null && code === 'deploy-failed' ? ` The whole log: magento-cloud activity:log ${activityId}` : ''
  const told = [
    message,
    ...(cause === null ? [] : [`Cause: ${cause.title.replace(/\.$/, '')}.`]),
    ...(closed ? ['The site is closed for maintenance.'] : [])
  ]
  return new UpgradeError(code, {
    message: told.join(' '),
    unchanged:
      code === 'deploy-failed' && cause !== null && isOfBuild(cause)
        ? `The site runs the version before: nothing was deployed. ${unchanged}`
        : unchanged,
    next: cause === null ? next : `${deploying(cause.next)}${log}`,
    problems,
    ...(details !== undefined && { details })
  })
}

// What was mended has to be deployed, too.
function deploying(next: string): string {
  const sentence = next.endsWith('.') ? next : `${next}.`
  return /git push|environment:redeploy|setup:upgrade/.test(next)
    ? sentence
    : `${sentence} Then magento-cloud environment:redeploy.`
}

const explained = new Set(['deploy-failed', 'unhealthy', 'wrong-version'])
const notCauses = new Set(['unknown', 'unread', ...leftBehindIds])

// By the known causes and by the ranges of ece-tools' codes. The log of a build that failed never reaches a server.
function isOfBuild({ id, source }: Finding): boolean {
  if (source !== 'activity log') return false
  const code = /^ece-tools-(\d+)$/.exec(id)?.[1]
  return code === undefined ? buildFailures.some((rule) => rule.id === id) : Number(code) < 100
}
