import { badOption, type Problem } from '../errors.js'

/** The given means of access to an environment. */
export interface GivenAccess {
  readonly token: boolean
  readonly project: boolean
  readonly environment: boolean
  readonly sshKey: boolean
  readonly sshHosts: string
  /** Whether host keys are pinned, or need not be. */
  readonly hostKeys: boolean
}

/** Whether the Cloud API may be asked. */
export function hasApi({ token, project, environment }: GivenAccess): boolean {
  return token && project && environment
}

/**
 * Everything that is missing. There are two ways in: a Cloud token with project and environment, or an SSH key (the
 * token issues a certificate in its place) with the logins.
 */
export function missingAccess(given: GivenAccess): readonly Problem[] {
  const { hosts, wrong } = parseSshHosts(given.sshHosts)
  const malformed = wrong.map((word) =>
    badOption(
      'ssh-hosts',
      `contains ${word}, which is not a login.`,
      'Write each as user@host, as magento-cloud ssh --pipe does.'
    )
  )
  const bySsh = given.sshHosts.trim() !== '' || (given.sshKey && !given.token)
  const way = bySsh
    ? [...(given.sshKey || given.token ? [] : [noKey]), ...(hosts.length > 0 || malformed.length > 0 ? [] : [noHosts])]
    : [
        ...(given.token ? [] : [noToken]),
        ...(given.project ? [] : [noProject]),
        ...(given.environment ? [] : [noEnvironment])
      ]
  return [...malformed, ...way, ...(given.hostKeys ? [] : [noHostKeys])]
}

const noKey = badOption('ssh-private-key', 'is empty.', 'Set a key that the environment accepts, or cloud-token.')
const noHosts = badOption(
  'ssh-hosts',
  'is empty.',
  'Set the logins (magento-cloud ssh --pipe --all prints them), or cloud-token with project and environment.'
)
const noToken = badOption(
  'cloud-token',
  'is empty.',
  'Set an API token, or work without: ssh-private-key and ssh-hosts are enough.'
)
const noProject = badOption(
  'project',
  'is empty.',
  'Set the id of the Cloud project (magento-cloud project:list shows it).'
)
const noEnvironment = badOption('environment', 'is empty.', 'Set the id of the Cloud environment.')
const noHostKeys = badOption(
  'known-hosts',
  'is empty.',
  'Set it to the known_hosts lines of your Cloud region, or set ssh-host-key: accept-new for the first run.'
)

/**
 * The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and the items that are not
 * logins.
 */
export function parseSshHosts(list: string): { readonly hosts: readonly string[]; readonly wrong: readonly string[] } {
  const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))]
  const isLogin = (word: string): boolean => /^\w[\w.+-]*@\w[\w.-]*$/.test(word)
  return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) }
}
