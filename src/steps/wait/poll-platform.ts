import { isFailure, UpgradeError } from '../../errors.js'
import { attributeDeploys, assignRedeployCommits } from '../../tools/magento-cloud/assign-commits.js'
import { readDeploymentActivities, type DeploymentActivity } from '../../tools/magento-cloud/deployment-activity.js'
import type { PollError, PollResult, Wanted } from '../../tools/magento-cloud/poll-result.js'
import { parseEnvironmentState } from '../../tools/magento-cloud/environment-state.js'
import { ownActivity } from './verdict.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'

/** Result of one poll of the platform. */
interface Observation {
  readonly seen: PollResult | PollError
  /** Seconds that the platform asked us to wait; 0 if it did not. */
  readonly askedSeconds: number
}

/** Polls the platform once. An error of the platform is an answer too; only a stop by the user is thrown. */
export async function pollPlatform(
  cloud: MagentoCloud,
  environment: string,
  wanted: Wanted,
  now: () => number
): Promise<Observation> {
  let askedSeconds = 0
  const refused = (error: unknown): UpgradeError => {
    if (!isFailure(error)) throw error
    askedSeconds = Math.max(askedSeconds, error.retryAfterSeconds ?? 0)
    return error
  }
  // Data that only explains a verdict must not delay it, and is not requested from a platform that asked us to wait.
  const orNull: OrNull = async (ask) => {
    if (askedSeconds > 0) return null
    return ask().catch((error: unknown) => {
      refused(error)
      return null
    })
  }
  const path = `/environments/${encodeURIComponent(environment)}`
  try {
    const seen = await look(cloud, path, wanted, now, orNull)
    return { seen, askedSeconds }
  } catch (error) {
    const { message, code } = refused(error)
    return { seen: { at: now(), error: message, passing: code === 'retry-later' }, askedSeconds }
  }
}

/** The answer, or null for an error of the platform. */
type OrNull = <T>(ask: () => Promise<T>) => Promise<T | null>

async function look(
  cloud: MagentoCloud,
  path: string,
  wanted: Wanted,
  now: () => number,
  orNull: OrNull
): Promise<PollResult> {
  const pushes = await deployments(cloud, path, wanted)
  const own = ownActivity(pushes, wanted)
  const late = now() >= (own ? wanted.endBy : wanted.startBy)
  const ended = own?.state === 'complete' || own?.state === 'staged'
  return {
    at: now(),
    pushes,
    fetches: own ? [] : await gitHubFetches(cloud),
    integration: !own && late ? await orNull(() => cloud.hasGitHubIntegration()) : null,
    environment: ended || late ? parseEnvironmentState(await orNull(() => cloud.api(path))) : null,
    log: own && own.state !== 'pending' ? readLog(await orNull(() => cloud.activityLog(own.id)), ended) : null
  }
}

// The program succeeds with any answer. No deployment ends without output, and none prints HTML or JSON.
function readLog(text: string | null, ended: boolean): string | null {
  const isLog = text !== null && !/^\s*[<{]/.test(text) && (text.trim() !== '' || !ended)
  return isLog ? text : null
}

// A deployment that has ended may have been repeated since; the last result counts.
async function deployments(cloud: MagentoCloud, path: string, wanted: Wanted): Promise<readonly DeploymentActivity[]> {
  const pushes = readDeploymentActivities(await cloud.api(`${path}/activities?type=environment.push&count=20`))
  if (!['complete', 'cancelled', 'staged'].includes(ownActivity(pushes, wanted)?.state ?? '')) return pushes
  const ofType = async (type: string): Promise<readonly DeploymentActivity[]> =>
    readDeploymentActivities(await cloud.api(`${path}/activities?type=${type}&count=20`))
  const deploys = await ofType('environment.deploy')
  const redeploys = await ofType('environment.redeploy')
  return assignRedeployCommits(attributeDeploys(pushes, deploys), redeploys)
}

// Separate from the environment's activities: fetches belong to the project, to which not every token has access.
async function gitHubFetches(cloud: MagentoCloud): Promise<readonly DeploymentActivity[]> {
  try {
    return readDeploymentActivities(await cloud.api('/activities?type=integration.github.fetch&count=5'))
  } catch (error) {
    if (error instanceof UpgradeError && error.code === 'preflight-failed') return []
    throw error
  }
}
