import type { CloudError } from '../../project/cloud-error-log.js'
import type { DatabaseState, ModuleStates } from './magento-output.js'
import type { SshFailureKind } from '../../tools/ssh/failure.js'
import type { SshHost } from '../../tools/ssh/ssh.js'

/** What one node of the environment answered. */
export interface NodeAnswer {
  readonly host: SshHost
  /** Why the node could not be asked, in words, or null. */
  readonly failure: string | null
  /** Of what kind that is; says nothing where it could be asked. */
  readonly failureKind: SshFailureKind
  /** Null where the output holds no version, or more than one. */
  readonly version: string | null
  /** The last line of what was printed instead of a version. */
  readonly versionOutput: string
  /** The version that ece-tools wrote down for the last deployment, or null. */
  readonly deployedVersion: string | null
  readonly database: DatabaseState
  readonly maintenance: boolean | null
  readonly deployFailed: boolean
  /** Whether cron jobs are enabled; null where there is no telling. */
  readonly cron: boolean | null
  /** Null where app/etc/config.php names no module. */
  readonly modules: ModuleStates | null
  /** Errors and warnings of the last deployment. */
  readonly errors: readonly CloudError[]
  /** Main address of the storefront, as the node knows it. */
  readonly storefrontUrl: string | null
}
