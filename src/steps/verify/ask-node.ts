import type { CloudError } from '../../project/cloud-error-log.js'
import type { DatabaseState } from '../../project/db-status-output.js'
import type { ModuleStates } from '../../project/module-states.js'
import { parseSections, sectionsScript } from '../../project/remote-sections.js'
import type { SshFailureKind } from '../../project/ssh-failure.js'
import type { Ssh, SshHost } from '../../tools/ssh.js'
import { routesCommand } from '../../project/node-routes.js'
import { readAnswers } from './read-answers.js'

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

// The login folder is the root of the application, on every plan. What is printed of env.php and config.php is
// picked: the files hold secrets.
const commands = [
  { name: 'version', command: 'php bin/magento --version --no-ansi' },
  { name: 'database', command: 'php bin/magento setup:db:status --no-ansi' },
  { name: 'maintenance', command: 'php bin/magento maintenance:status --no-ansi' },
  { name: 'errors', command: 'stat -c %Y var/log/cloud.error.log && tail -c 200000 var/log/cloud.error.log' },
  {
    name: 'scenarios',
    command: "grep -aE 'Starting (scenario|[a-z-]+( command)?[.] [(])' var/log/cloud.log | tail -n 20"
  },
  { name: 'failed', command: 'test -e var/.deploy_is_failed' },
  {
    name: 'cron',
    command:
      'test -r app/etc/env.php && php -r \'$env = include "app/etc/env.php"; echo isset($env["cron"]["enabled"]) && !$env["cron"]["enabled"] ? "off" : "on";\''
  },
  { name: 'modules', command: `grep -aE "^ *'[A-Za-z0-9]+_[A-Za-z0-9]+' *=> *[01]" app/etc/config.php` },
  { name: 'routes', command: routesCommand }
]
const timeoutSeconds = 180

/** Asks one node everything in a single login. */
export async function askNode(ssh: Ssh, host: SshHost): Promise<NodeAnswer> {
  const marker = `mark-${crypto.randomUUID()}`
  const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds })
  const sections = parseSections(marker, result.stdout)
  const complete = commands.every(({ name }) => sections.has(name))
  const failure = complete
    ? null
    : (result.failure ?? `the script ended early with exit code ${result.exitCode ?? '?'}`)
  return { host, failure, failureKind: result.failureKind ?? 'script', ...readAnswers(sections) }
}
