import { isFailure, UpgradeError } from '../../errors.js'
import { upgradeTrailers } from './pending-commit.js'
import type { CloudSession } from '../../run/cloud-session.js'
import type { ProjectSession } from '../../run/project-session.js'
import { openDeployments, type OpenDeployment } from '../../tools/magento-cloud/activity.js'
import type { Run } from '../../run/run.js'

/**
 * Refuses to begin while the environment is being deployed: throws UpgradeError `busy` that names the activity. Returns
 * the deployment of an upgrade that an earlier run pushed, to be followed, or null.
 */
export async function ensureIdle(
  { options }: Run,
  { git, base }: ProjectSession,
  platform: CloudSession | null
): Promise<OpenDeployment | null> {
  if (platform === null || !options.push || options.dryRun) return null
  const { environment } = platform
  const open = await runningDeployments(platform, environment)
  const ours = open.find(({ commit }) => commit === base)
  if (ours && open.length === 1 && (await upgradeTrailers(git, base)) !== null) return ours
  const [first] = open
  if (first) throw deployingError(environment, first)
  return null
}

/** The error for an environment that is being deployed already. */
export function deployingError(environment: string, { id, type, commit }: OpenDeployment): UpgradeError {
  const what = commit === null ? type : `${type} of commit ${commit.slice(0, 12)}`
  return new UpgradeError('busy', {
    message: `The environment ${environment} is being deployed: activity ${id} (${what}) has not ended.`,
    next: `Wait until it has ended, then run again. Its log: magento-cloud activity:log ${id}`
  })
}

/** The running and waiting deployments of an environment; empty if the platform does not answer. */
export async function runningDeployments(
  { cloud }: CloudSession,
  environment: string
): Promise<readonly OpenDeployment[]> {
  const path = `/environments/${encodeURIComponent(environment)}/activities?state=in_progress&state=pending&count=20`
  try {
    return openDeployments(await cloud.api(path))
  } catch (error) {
    if (isFailure(error)) return []
    throw error
  }
}
