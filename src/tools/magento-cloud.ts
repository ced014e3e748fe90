import type { CommandResult } from './run-command.js'
import type { SshHost } from './ssh.js'

/** What the platform says of one environment. */
export interface CloudEnvironment {
  readonly id: string
  readonly type: string
  readonly status: 'active' | 'inactive' | 'dirty' | 'paused' | 'deleting'
  readonly headCommit: string | null
  /** True on the dedicated nodes of Pro staging and production, where snapshots and db:dump do not reach. */
  readonly dedicated: boolean
}

/** The key and certificate that `magento-cloud` issued, as paths for ssh. */
export interface SshIdentity {
  readonly keyFile: string
  readonly certificateFile: string | null
}

/** The `magento-cloud` program for one project and environment; each call follows its documented contract. */
export interface MagentoCloud {
  /** Version that the program reports, or null where it is missing. */
  version(): Promise<string | null>
  /** Throws UpgradeError `bad-secret` for a refused token, `preflight-failed` for a project out of reach. */
  authenticate(): Promise<void>
  environment(): Promise<CloudEnvironment>
  /** Whether the project is fed by its GitHub integration. */
  hasGitHubIntegration(): Promise<boolean>
  /** Whether a variable exists on the environment or project (its value may be hidden). */
  hasVariable(name: string): Promise<boolean>
  setVariable(name: string, value: string): Promise<void>
  /** All logins of the environment: one, or one per node. */
  sshHosts(): Promise<readonly SshHost[]>
  primaryUrl(): Promise<string | null>
  /** Issues (or renews) the SSH certificate. */
  sshIdentity(): Promise<SshIdentity>
  /** JSON of an API path below the project, e.g. `/environments/x/activities?count=5`. Throws `retry-later` when the API is out of order. */
  api(path: string): Promise<unknown>
  /** The text of an activity's log so far; follows to its end where `onLine` is given. */
  activityLog(id: string, onLine: (line: string) => void, timeoutSeconds: number): Promise<void>
  /** `db:dump -r database --stdout`, compressed here into `file`; the exit codes of both stages are in the result. */
  dumpDatabase(file: string, timeoutSeconds: number): Promise<CommandResult>
  /** The last lines of a platform log such as `deploy`. */
  log(name: string, lines: number): Promise<string>
}
