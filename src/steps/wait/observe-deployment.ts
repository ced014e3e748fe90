import { UpgradeError } from '../../errors.js'
import { attributeRedeploys } from '../../project/attribute-redeploys.js'
import { readDeploymentActivities, type DeploymentActivity } from '../../project/deployment-activity.js'
import type { Blink, EnvironmentState, Look, Wanted } from '../../project/deployment-look.js'
import { parseEnvironmentState } from '../../project/environment-state.js'
import { ownActivity } from '../../project/deployment-verdict.js'
import type { MagentoCloud } from '../../tools/magento-cloud.js'

/** Looks once at the platform. An error of the platform is an answer too; only an end asked for by the user is thrown. */
export async function observeDeployment(
  cloud: MagentoCloud,
  environment: string,
  wanted: Wanted,
  now: () => number
): Promise<Look | Blink> {
  try {
    return await look(cloud, `/environments/${encodeURIComponent(environment)}`, wanted, now)
  } catch (error) {
    if (!(error instanceof UpgradeError) || error.code === 'interrupted') throw error
    return { at: now(), error: error.message, passing: error.code === 'retry-later' }
  }
}

async function look(cloud: MagentoCloud, path: string, wanted: Wanted, now: () => number): Promise<Look> {
  const pushes = await deployments(cloud, path, wanted)
  const own = ownActivity(pushes, wanted)
  const late = now() >= (own ? wanted.endBy : wanted.startBy)
  const ended = own?.state === 'complete'
  return {
    at: now(),
    pushes,
    fetches: own ? [] : await gitHubFetches(cloud),
    integration: !own && late ? await orNull(cloud.hasGitHubIntegration()) : null,
    environment: ended || late ? await environmentState(cloud, path) : null,
    log: own && own.state !== 'pending' ? readLog(await orNull(cloud.activityLog(own.id)), ended) : null
  }
}

// The program ends well with whatever was sent to it; no deployment ends without a word, and none speaks HTML or JSON.
function readLog(text: string | null, ended: boolean): string | null {
  const isLog = text !== null && !/^\s*[<{]/.test(text) && (text.trim() !== '' || !ended)
  return isLog ? text : null
}

// A deployment that has ended may have been repeated since, and the last word counts.
async function deployments(cloud: MagentoCloud, path: string, wanted: Wanted): Promise<readonly DeploymentActivity[]> {
  const pushes = readDeploymentActivities(await cloud.api(`${path}/activities?type=environment.push&count=20`))
  if (!['complete', 'cancelled'].includes(ownActivity(pushes, wanted)?.state ?? '')) return pushes
  const redeploys = await cloud.api(`${path}/activities?type=environment.redeploy&count=20`)
  return attributeRedeploys(pushes, readDeploymentActivities(redeploys))
}

// Kept apart from the environment's activities: fetches belong to the project, which not every token may look at.
async function gitHubFetches(cloud: MagentoCloud): Promise<readonly DeploymentActivity[]> {
  try {
    return readDeploymentActivities(await cloud.api('/activities?type=integration.github.fetch&count=5'))
  } catch (error) {
    if (error instanceof UpgradeError && error.code === 'preflight-failed') return []
    throw error
  }
}

async function environmentState(cloud: MagentoCloud, path: string): Promise<EnvironmentState | null> {
  return parseEnvironmentState(await orNull(cloud.api(path)))
}

// What only explains a verdict must not stand in its way.
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof UpgradeError && error.code !== 'interrupted') return null
    throw error
  })
}
