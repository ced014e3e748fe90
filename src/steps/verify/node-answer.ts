import type { CloudError } from '../../project/cloud-error-log.js'
import type { DatabaseState, ModuleStates } from './magento-output.js'
import type { SshFailureKind } from '../../tools/ssh/failure.js'
import type { SshHost } from '../../tools/ssh/ssh.js'

/** Answer of one node of the environment. */
export interface NodeAnswer {
  readonly host: SshHost
  /** Why the node could not be queried, in words, or null. */
  readonly failure: string | null
  /** Kind of that failure; meaningless if the node could be queried. */
  readonly failureKind: SshFailureKind
  /** Null if the output contains no version, or more than one. */
  readonly version: string | null
  /** The last line that was printed instead of a version. */
  readonly versionOutput: string
  /** The version that ece-tools recorded for the last deployment, or null. */
  readonly deployedVersion: string | null
  readonly database: DatabaseState
  readonly maintenance: boolean | null
  readonly deployFailed: boolean
  /** Whether cron jobs are enabled; null if unknown. */
  readonly cron: boolean | null
  /** Null if app/etc/config.php names no module. */
  readonly modules: ModuleStates | null
  /** Errors and warnings of the last deployment. */
  readonly errors: readonly CloudError[]
  /** Main address of the storefront, as configured on the node. */
  readonly storefrontUrl: string | null
}
