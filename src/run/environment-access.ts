import { badInput, type Problem } from '../errors.js'
import type { UpgradeOptions } from './normalize-options.js'
import { withCloudSession, type CloudSession } from './cloud-session.js'
import { hasApi, missingAccess, type GivenAccess, parseSshHosts } from './missing-access.js'
import type { Run } from './run.js'
import type { MagentoCloud } from '../tools/magento-cloud/magento-cloud.js'

/** How an environment is read: always over SSH, and by the Cloud API if a token was given. */
export type EnvironmentAccess = Pick<CloudSession, 'ssh' | 'hosts' | 'application' | 'environment'> & {
  readonly cloud: MagentoCloud | null
}

/**
 * Runs `task` with the given access to the environment: a token, or an SSH key and the logins. Throws UpgradeError
 * `bad-input` that names everything missing at once, including `missing`.
 */
export function withEnvironmentAccess<T>(
  thisRun: Run,
  missing: readonly Problem[],
  task: (access: EnvironmentAccess) => Promise<T>
): Promise<T> {
  const { options } = thisRun
  const given = accessOf(options)
  const problems = [...missingAccess(given), ...missing]
  if (problems.length > 0) throw badInput(problems)
  const { hosts } = parseSshHosts(options.sshHosts)
  return withCloudSession(thisRun, options.environment, (platform) =>
    task({
      environment: platform.environment,
      cloud: hasApi(given) ? platform.cloud : null,
      application: platform.application,
      ssh: () => platform.ssh(),
      hosts: () => (hosts.length > 0 ? Promise.resolve(hosts) : platform.hosts())
    })
  )
}

function accessOf(options: UpgradeOptions): GivenAccess {
  return {
    token: !options.cloudToken.isEmpty,
    project: options.project !== '',
    environment: options.environment !== '',
    sshKey: !options.sshPrivateKey.isEmpty,
    sshHosts: options.sshHosts,
    hostKeys: `${options.knownHosts}${options.knownHostsFile}`.trim() !== '' || options.sshHostKey === 'accept-new'
  }
}
