import { parseCloudErrorLog, type CloudError } from '../../project/cloud-error-log.js'
import { parseDatabaseStatus, type DatabaseState } from '../../project/db-status-output.js'
import { parseMaintenanceOutput } from '../../project/maintenance-output.js'
import { parseSections, sectionsScript, type Section } from '../../project/remote-sections.js'
import { parseVersionOutput } from '../../project/version-output.js'
import type { Ssh, SshHost } from '../../tools/ssh.js'

/** What one node of the environment answered. */
export interface NodeAnswer {
  readonly host: SshHost
  /** Why the node could not be asked, in words, or null. */
  readonly failure: string | null
  /** Null where the output holds no version, or more than one. */
  readonly version: string | null
  /** The last line of what was printed instead of a version. */
  readonly versionOutput: string
  readonly database: DatabaseState
  readonly maintenance: boolean | null
  readonly deployFailed: boolean
  readonly errors: readonly CloudError[]
}

// The login folder is the root of the application, on every plan.
const commands = [
  { name: 'version', command: 'php bin/magento --version --no-ansi' },
  { name: 'database', command: 'php bin/magento setup:db:status --no-ansi' },
  { name: 'maintenance', command: 'php bin/magento maintenance:status --no-ansi' },
  { name: 'errors', command: 'tail -c 200000 var/log/cloud.error.log' },
  { name: 'failed', command: 'test -e var/.deploy_is_failed' }
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
  return { host, failure, ...readSections(sections) }
}

function readSections(sections: ReadonlyMap<string, Section>): Omit<NodeAnswer, 'host' | 'failure'> {
  const section = (name: string): Section => sections.get(name) ?? { text: '', exitCode: -1 }
  const database = section('database')
  const version = section('version')
  const errors = section('errors')
  return {
    version: parseVersionOutput(version.text),
    versionOutput: version.text.trim().split('\n').at(-1) ?? '',
    database: parseDatabaseStatus(database.text, database.exitCode),
    maintenance: parseMaintenanceOutput(section('maintenance').text),
    deployFailed: section('failed').exitCode === 0,
    errors: errors.exitCode === 0 ? parseCloudErrorLog(errors.text).errors : []
  }
}
