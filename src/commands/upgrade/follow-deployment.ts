import type { UpgradeOptions } from '../../run/normalize-options.js'
import type { Platform } from '../../run/cloud-session.js'
import { UpgradeError } from '../../errors.js'
import { nameCause } from '../../steps/diagnose/explain/name-cause.js'
import { parseModuleStates, type ModuleStates } from '../../steps/verify/module-states.js'
import { readProjectFacts } from '../../run/read-project-facts.js'
import { diagnoseFailure } from '../../steps/diagnose/diagnose-failure.js'
import { verificationError, verifyEnvironment } from '../../steps/verify/verify-environment.js'
import { deploymentError, waitForDeployment } from '../../steps/wait/wait-for-deployment.js'
import { redactedReach } from '../../run/redacted-access.js'
import type { Telling } from '../../run/run.js'
import { createClock } from '../../tools/clock.js'
import { files } from '../../tools/files.js'
import { withCredentialsOf } from '../../secrets/url-credentials.js'
import { createProbe } from '../../tools/http/http.js'
import { createFetch } from '../../tools/http/proxied-fetch.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import type { Reach } from '../../run/environment-access.js'

/** Follows the deployment of `commit` to its end; throws its UpgradeError where it did not succeed. */
export async function waitFor(telling: Telling, platform: Platform, commit: string): Promise<void> {
  const { options, context, facts, timetable } = telling
  if (!options.wait) {
    timetable.skip('wait', 'wait: false')
    return
  }
  const deployment = await timetable.step(
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
          environment: facts.environment ?? options.environment,
          startTimeoutSeconds: options.startTimeout,
          endTimeoutSeconds: options.deployTimeout
        }
      )
      facts.deployment = result
      const error = deploymentError(result)
      if (error) throw error
      return result
    },
    ({ verdict, activityId }) => `${verdict}, activity ${activityId ?? 'unknown'}`
  )
  facts.deployment = deployment
}

/** Verifies the environment over SSH; throws the UpgradeError of its verdict. */
export async function verifyRunning(telling: Telling, reach: Reach, expectedVersion: string): Promise<void> {
  const { options, context, facts, timetable } = telling
  const shown = redactedReach(reach, context.redact)
  await timetable.step(
    'verify',
    async () => {
      const [ssh, hosts, storefrontUrl, committedModules] = await Promise.all([
        shown.ssh(),
        shown.hosts(),
        storefrontOf(options, reach),
        modulesOf(options)
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

// Without the API the nodes themselves tell the address.
async function storefrontOf({ storefrontUrl }: UpgradeOptions, { cloud }: Reach): Promise<string | null> {
  if (storefrontUrl === 'off') return null
  if (storefrontUrl !== '' || cloud === null) return storefrontUrl
  return cloud.primaryUrl()
}

async function modulesOf({ workingDirectory }: UpgradeOptions): Promise<ModuleStates | null> {
  return parseModuleStates((await files.read(files.join(files.resolve(workingDirectory), 'app/etc/config.php'))) ?? '')
}

/** Explains a failure from the logs and returns it, with its cause where they name one. */
export async function explained(telling: Telling, reach: Reach, error: unknown): Promise<unknown> {
  await explain(telling, reach)
  const { findings, deployment } = telling.facts
  return error instanceof UpgradeError ? nameCause(error, findings, deployment?.activityId ?? null) : error
}

/** Explains a failure of `wait` or `verify` from the logs; itself never the reason why a run fails. */
export async function explain(telling: Telling, reach: Reach): Promise<void> {
  const { options, context, facts, timetable } = telling
  const shown = redactedReach(reach, context.redact)
  try {
    facts.findings = await timetable.step(
      'diagnose',
      async () => {
        const [pageUrls, project] = await Promise.all([
          errorPages(telling, reach),
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
          { activity: failedActivity(telling), pageUrls, project }
        )
      },
      (findings) => findings[0]?.title ?? 'nothing found'
    )
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    context.logger.warn(`The failure could not be diagnosed: ${error.message}`)
  }
}

// A deployment that never began has no activity, and the one before it explains nothing.
function failedActivity({ options, facts }: Telling): Parameters<typeof diagnoseFailure>[1]['activity'] {
  const { deployment, environment } = facts
  if (deployment) return deployment.activityId === null ? null : { id: deployment.activityId }
  return { lastOf: environment ?? options.environment }
}

/** Addresses that may show the id of an error report: those that failed a verification, else the storefront. */
async function errorPages({ options, context, facts }: Telling, reach: Reach): Promise<readonly string[] | null> {
  const { storefront = null, endpoints = [] } = facts.verification ?? {}
  const failed = [...(storefront ? [storefront] : []), ...endpoints].filter(({ status }) => (status ?? 0) >= 500)
  if (failed.length > 0) return failed.map(({ url }) => withCredentialsOf(options.storefrontUrl, url))
  try {
    const url = await storefrontOf(options, reach)
    return url === null ? null : url === '' ? [] : [url]
  } catch (error) {
    if (!(error instanceof UpgradeError) || error.code === 'interrupted') throw error
    context.logger.debug(`The address of the storefront is not known: ${error.message}`)
    return null
  }
}
