import type { Secret } from '../../secrets/secret.js'
import { childEnvironment, type Environment } from '../process/child-environment.js'
import type { RunOptions } from '../process/command.js'

const prefix = 'MAGENTO_CLOUD_CLI_'
// Variables with other credentials and state, and those that would print request headers and database passwords.
const withheld = ['TOKEN', 'API_TOKEN', 'HOME', 'SESSION_ID', 'DEBUG'].map((name) => prefix + name)

/**
 * The environment of `magento-cloud`: its own settings (endpoints and the like) pass through; the selectors
 * `MAGENTO_CLOUD_PROJECT`, `_BRANCH` … do not, because they change what every command acts on.
 */
export function cliEnvironment(parent: Environment, home: string, token: Secret): RunOptions['env'] {
  const settings = Object.keys(parent).filter((name) => name.startsWith(prefix) && !withheld.includes(name))
  const own = {
    [`${prefix}TOKEN`]: token,
    [`${prefix}HOME`]: home,
    [`${prefix}NO_INTERACTION`]: '1',
    [`${prefix}DISABLE_CACHE`]: '1',
    [`${prefix}UPDATES_CHECK`]: '0',
    [`${prefix}API_DISABLE_CREDENTIAL_HELPERS`]: '1',
    [`${prefix}AUTO_LOAD_SSH_CERT`]: '1',
    [`${prefix}API_WRITE_USER_SSH_CONFIG`]: '0',
    [`${prefix}NO_COLOR`]: '1',
    HOME: home,
    NO_COLOR: '1',
    TERM: 'dumb',
    TZ: 'UTC',
    COLUMNS: '200'
  }
  return childEnvironment(parent, own, ['CLI_CONFIG_FILE', ...settings])
}
