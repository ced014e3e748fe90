import type { NodeAnswer } from './node-answer.js'

import { parseSections, sectionsScript } from '../../tools/ssh/remote-sections.js'

import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { routesCommand } from '../../tools/magento-cloud/node-routes.js'
import { readAnswers } from './read-answers.js'

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
