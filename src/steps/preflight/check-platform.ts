import { isAtLeast } from '../../project/composer-version.js'
import { isFailure, type Problem, UpgradeError } from '../../errors.js'
import { deploysByHand } from '../../tools/magento-cloud/environment-state.js'
import { switchOn } from '../../tools/magento-cloud/never-started.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'

/** What the platform checks look at. */
export interface PlatformCheckInput {
  readonly adminEmailCheck: 'auto' | 'require' | 'set' | 'off'
  readonly adminEmail: string
  /** Version of ece-tools that the project runs, or null if it has none. */
  readonly eceTools: string | null
  /** Whether a deployment that this run continues is in progress; the environment is `dirty` then. */
  readonly deploying: boolean
}

/** Problems with the Cloud project and environment. Changes nothing. */
export async function checkPlatform(cloud: MagentoCloud, input: PlatformCheckInput): Promise<readonly Problem[]> {
  try {
    await cloud.authenticate()
    const environment = await cloud.environment()
    const usable = environment.status === 'active' || (environment.status === 'dirty' && input.deploying)
    const status = usable ? [] : [inactive(environment.id, environment.status)]
    const byHand = usable ? await checkDeploymentType(cloud, environment.id) : []
    return [...status, ...byHand, ...(await checkAdminEmail(cloud, input))]
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    return [{ id: `platform-${error.code}`, severity: 'error', message: error.message, fix: error.next }]
  }
}

function inactive(id: string, status: string): Problem {
  return {
    id: 'environment-state',
    severity: 'error',
    message: `The environment ${id} is ${status}, not active.`,
    fix:
      status === 'dirty'
        ? 'Wait until its running activity has ended.'
        : `Run ${switchOn(status)} ${status === 'paused' ? '-e ' : ''}${id}.`
  }
}

/** A warning if pushes are only staged. Older platforms do not have this setting; every push deploys there. */
async function checkDeploymentType(cloud: MagentoCloud, id: string): Promise<readonly Problem[]> {
  const settings = await cloud.api(`/environments/${encodeURIComponent(id)}/settings`).catch((error: unknown) => {
    if (isFailure(error)) return null
    throw error
  })
  if (!deploysByHand(settings)) return []
  const message = `The environment ${id} deploys only on request (deployment type manual): a push is staged but does not go live.`
  const fix = `After the push: magento-cloud environment:deploy -e ${id}; or before it: magento-cloud environment:deploy:type automatic -e ${id}, which deploys at once whatever is staged there.`
  return [{ id: 'environment-manual', severity: 'warning', message, fix }]
}

const name = 'ADMIN_EMAIL'

async function checkAdminEmail(cloud: MagentoCloud, input: PlatformCheckInput): Promise<readonly Problem[]> {
  if (input.adminEmailCheck === 'off') return []
  if (input.adminEmailCheck === 'set') return checkAddress(input)
  if (await cloud.hasVariable(name)) return []
  const required = input.adminEmailCheck === 'require' || needsAdminEmail(input.eceTools)
  return [
    {
      id: 'admin-email',
      severity: required ? 'error' : 'warning',
      message: required
        ? `The variable ${name} is set neither on the environment nor on the project.`
        : `The variable ${name} is not set; the ece-tools of this project (${input.eceTools ?? 'unknown'}) do not need it for an upgrade.`,
      fix: 'Set admin-email-check: set and admin-email, or run magento-cloud variable:create --level environment --name ADMIN_EMAIL.'
    }
  ]
}

function checkAddress({ adminEmail }: PlatformCheckInput): readonly Problem[] {
  if (/^[^@\s]+@[^@\s]+$/.test(adminEmail)) return []
  return [
    {
      id: 'admin-email',
      severity: 'error',
      message: 'admin-email-check is set, but admin-email is not an e-mail address.',
      fix: 'Set admin-email to the address.'
    }
  ]
}

/** ece-tools 2002.0.16 was the first that upgrades without ADMIN_EMAIL (release notes of the Cloud guide). */
function needsAdminEmail(eceTools: string | null): boolean {
  return eceTools !== null && isAtLeast(eceTools, '2002') && !isAtLeast(eceTools, '2002.0.16')
}
