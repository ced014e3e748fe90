import type { NodeAnswer } from './node-answer.js'
import { parseSections, sectionsScript, type Section } from '../../tools/ssh/remote-sections.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { routesCommand, readNodeRoutes } from '../../tools/magento-cloud/primary-route.js'
import { parseCloudErrorLog, type CloudError } from '../../project/cloud-error-log.js'
import { parseDatabaseStatus, parseMaintenanceOutput, parseVersionOutput, parseModuleStates } from './magento-output.js'
import { lastDeployment } from '../../project/deployment-log/scenario-starts.js'

// The login folder is the root of the application, on every plan. Only parts of env.php and config.php are printed,
// because the files contain secrets.
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

/** Queries everything from one node in a single login. */
export async function queryNode(ssh: Ssh, host: SshHost): Promise<NodeAnswer> {
  const marker = `mark-${crypto.randomUUID()}`
  const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds })
  const sections = parseSections(marker, result.stdout)
  const complete = commands.every(({ name }) => sections.has(name))
  const failure = complete
    ? null
    : (result.failure ?? `the script ended early with exit code ${result.exitCode ?? '?'}`)
  return { host, failure, failureKind: result.failureKind ?? 'script', ...readAnswers(sections) }
}

/** Parses the output of the commands; missing output is no answer. */
export function readAnswers(
  sections: ReadonlyMap<string, Section>
): Omit<NodeAnswer, 'host' | 'failure' | 'failureKind'> {
  const section = (name: string): Section => sections.get(name) ?? { text: '', exitCode: -1 }
  const database = section('database')
  const version = section('version')
  const deployment = lastDeployment(section('scenarios').text)
  return {
    version: parseVersionOutput(version.text),
    versionOutput: version.text.trim().split('\n').at(-1) ?? '',
    deployedVersion: deployment?.version ?? null,
    database: parseDatabaseStatus(database.text, database.exitCode),
    maintenance: parseMaintenanceOutput(section('maintenance').text),
    deployFailed: section('failed').exitCode === 0,
    cron: cronState(section('cron')),
    modules: parseModuleStates(section('modules').text),
    errors: section('errors').exitCode === 0 ? errorsSince(deployment?.at ?? null, section('errors').text) : [],
    storefrontUrl: readNodeRoutes(section('routes').text)
  }
}

// PHP warnings may precede the word.
function cronState({ text, exitCode }: Section): boolean | null {
  const word = exitCode === 0 ? /\b(on|off)\s*$/.exec(text)?.[1] : undefined
  return word === undefined ? null : word === 'on'
}

// The log belongs to the last deployment, unless that one never got as far as starting a new log.
function errorsSince(start: number | null, text: string): readonly CloudError[] {
  const [written = '', ...lines] = text.trimStart().split('\n')
  // The file's time has whole seconds.
  if (start !== null && (Number(written) + 1) * 1000 < start) return []
  return parseCloudErrorLog(lines.join('\n')).errors
}
