import type { UpgradeOptions } from '../../run/normalize-options.js'
import type { Entry } from '../../ledger.js'
import type { Deployment, Plan } from '../../report/report.js'
import { intendDeployment } from '../../steps/push/push-effects.js'
import type { CloudSession } from '../../run/cloud-session.js'
import { isFailure, UpgradeError } from '../../errors.js'
import { nameCause } from '../../steps/diagnose/explain/name-cause.js'
import { parseModuleStates, type ModuleStates } from '../../steps/verify/magento-output.js'
import { readProjectFacts } from '../../run/read-project-facts.js'
import { diagnoseFailure } from '../../steps/diagnose/diagnose-failure.js'
import { verificationError, verifyEnvironment } from '../../steps/verify/verify-environment.js'
import { deploymentError, waitForDeployment } from '../../steps/wait/wait-for-deployment.js'
import { redactedAccess } from '../../run/redacted-access.js'
import type { Run } from '../../run/run.js'
import { createClock } from '../../tools/clock.js'
import { files } from '../../tools/files.js'
import { withCredentialsOf } from '../../secrets/url-credentials.js'
import { createProbe } from '../../tools/http/http.js'
import { createFetch } from '../../tools/http/proxied-fetch.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import type { EnvironmentAccess } from '../../run/environment-access.js'

/** Follows the deployment of `commit` to its end; throws its UpgradeError if it did not succeed. */
export async function waitFor(thisRun: Run, platform: CloudSession, commit: string): Promise<void> {
  const { options, context, facts, ledger, stepTimer } = thisRun
  const deployed = intendDeployment(ledger, commit)
  if (!options.wait) {
    stepTimer.skip('wait', 'wait: false')
    return
  }
  const deployment = await stepTimer.step(
    'wait',
    async () => {
      const result = await waitForDeployment(
        {
          cloud: platform.cloud,
          clock: createClock(context.signal),
          logger: context.logger,
          showLog: options.activityLog !== 'hide',
          redact: context.redact
        },
        {
          commit,
          environment: platform.environment,
          startTimeoutSeconds: options.startTimeout,
          endTimeoutSeconds: options.deployTimeout
        }
      )
      facts.deployment = result
      settleDeployment(deployed, result)
      const error = deploymentError(result)
      if (error) throw error
      return result
    },
    ({ verdict, activityId }) => `${verdict}, activity ${activityId ?? 'unknown'}`
  )
  facts.deployment = deployment
}

function settleDeployment(deployed: Entry, { verdict }: Deployment): void {
  if (verdict === 'succeeded' || verdict === 'degraded') deployed.done()
  else if (verdict === 'staged' || verdict === 'never-started') deployed.undone()
  else deployed.unknown()
}

/** Verifies the environment over SSH; throws the UpgradeError of its verdict. */
export async function verifyRunning(thisRun: Run, access: EnvironmentAccess, expectedVersion: string): Promise<void> {
  const { options, context, facts, stepTimer } = thisRun
  const shown = redactedAccess(access, context.redact)
  await stepTimer.step(
    'verify',
    async () => {
      const [ssh, hosts, storefrontUrl, committedModules] = await Promise.all([
        shown.ssh(),
        shown.hosts(),
        storefrontOf(options, access),
        modulesOf(options, facts.plan)
      ])
      const result = await verifyEnvironment(
        {
          ssh,
          probe: createProbe(createFetch(context.environment)),
          clock: createClock(context.signal),
          logger: context.logger
        },
        { hosts, expectedVersion, storefrontUrl, committedModules }
      )
      facts.verification = result
      facts.warnings = [...facts.warnings, ...result.problems.filter(({ severity }) => severity === 'warning')]
      const error = verificationError(result)
      if (error) throw error
      return result
    },
    ({ installedVersion, nodes }) =>
      `${installedVersion ?? 'unknown'} on ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`
  )
}

// Without the API the address comes from the nodes.
async function storefrontOf({ storefrontUrl }: UpgradeOptions, { cloud }: EnvironmentAccess): Promise<string | null> {
  if (storefrontUrl === 'off') return null
  if (storefrontUrl !== '' || cloud === null) return storefrontUrl
  return cloud.primaryUrl()
}

/** The modules of app/etc/config.php, without those of packages that the upgrade removes. */
async function modulesOf({ workingDirectory }: UpgradeOptions, plan: Plan | null): Promise<ModuleStates | null> {
  const text = (await files.read(files.join(files.resolve(workingDirectory), 'app/etc/config.php'))) ?? ''
  const states = parseModuleStates(text)
  const gone = (plan?.packageChanges ?? [])
    .filter(({ change }) => change === 'removed')
    .map(({ name }) => moduleOf(name))
  return states === null ? null : new Map([...states].filter(([module]) => !gone.includes(module)))
}

/** The module of a package that follows Magento's naming: `magento/module-page-cache` is Magento_PageCache. */
function moduleOf(name: string): string {
  const words = (text: string): string => text.replaceAll(/(?:^|[-_])(.)/g, (_, letter: string) => letter.toUpperCase())
  const [vendor = '', module = ''] = name.split('/')
  return `${words(vendor)}_${words(module.replace(/^module-/, ''))}`
}

/** Explains a failure from the logs and returns it, with its cause if they name one. */
export async function explainedError(
  thisRun: Run,
  access: EnvironmentAccess,
  { error, commit }: { readonly error: unknown; readonly commit?: string }
): Promise<unknown> {
  await explain(thisRun, access)
  const { findings, deployment } = thisRun.facts
  if (commit !== undefined && deployment?.verdict === 'failed' && findings[0]?.siteUnchanged === true)
    intendDeployment(thisRun.ledger, commit).undone()
  return error instanceof UpgradeError ? nameCause(error, findings, deployment?.activityId ?? null) : error
}

/** Explains a failure of `wait` or `verify` from the logs. Never fails the run itself. */
export async function explain(thisRun: Run, access: EnvironmentAccess): Promise<void> {
  const { options, context, facts, stepTimer } = thisRun
  const shown = redactedAccess(access, context.redact)
  try {
    facts.findings = await stepTimer.step(
      'diagnose',
      async () => {
        const [pageUrls, project] = await Promise.all([
          errorPages(thisRun, access),
          readProjectFacts(options.workingDirectory)
        ])
        const reachNodes = async (): Promise<{ ssh: Ssh; hosts: readonly SshHost[] }> => {
          const [ssh, hosts] = await Promise.all([shown.ssh(), shown.hosts()])
          return { ssh, hosts }
        }
        return diagnoseFailure(
          {
            cloud: shown.cloud,
            reachNodes,
            logger: context.logger,
            probe: createProbe(createFetch(context.environment))
          },
          { activity: failedActivity(thisRun, access), pageUrls, project }
        )
      },
      (findings) => findings[0]?.title ?? 'nothing found'
    )
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    context.logger.warn(`The failure could not be diagnosed: ${error.message}`)
  }
}

// A deployment that never began has no activity, and the previous activity does not explain it.
function failedActivity(
  { facts: { deployment } }: Run,
  { environment }: EnvironmentAccess
): Parameters<typeof diagnoseFailure>[1]['activity'] {
  if (deployment) return deployment.activityId === null ? null : { id: deployment.activityId }
  return { lastOf: environment }
}

/** Addresses that may show the id of an error report: those that failed a verification, else the storefront. */
async function errorPages(
  { options, context, facts }: Run,
  access: EnvironmentAccess
): Promise<readonly string[] | null> {
  const { storefront = null, endpoints = [] } = facts.verification ?? {}
  const failed = [...(storefront ? [storefront] : []), ...endpoints].filter(({ status }) => (status ?? 0) >= 500)
  if (failed.length > 0) return failed.map(({ url }) => withCredentialsOf(options.storefrontUrl, url))
  try {
    const url = await storefrontOf(options, access)
    return url === null ? null : url === '' ? [] : [url]
  } catch (error) {
    if (!isFailure(error)) throw error
    context.logger.debug(`The address of the storefront is unknown: ${error.message}`)
    return null
  }
}
