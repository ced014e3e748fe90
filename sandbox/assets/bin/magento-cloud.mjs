import { statSync } from 'node:fs'
import { activityCommands } from './magento-cloud/activity-commands.mjs'
import { CliError, printError } from './magento-cloud/cli-error.mjs'
import { databaseCommands } from './magento-cloud/database-commands.mjs'
import { environmentCommands } from './magento-cloud/environment-commands.mjs'
import { otherCommands } from './magento-cloud/other-commands.mjs'
import { parseCommandLine } from './magento-cloud/parse-command-line.mjs'
import { sshCommands } from './magento-cloud/ssh-commands.mjs'
import { variableCommands } from './magento-cloud/variable-commands.mjs'

const commands = {
  ...activityCommands,
  ...databaseCommands,
  ...environmentCommands,
  ...otherCommands,
  ...sshCommands,
  ...variableCommands
}
const aliases = {
  activities: 'activity:list',
  act: 'activity:list',
  env: 'environment:list',
  environments: 'environment:list',
  log: 'environment:logs',
  redeploy: 'environment:redeploy',
  relationships: 'environment:relationships',
  rel: 'environment:relationships',
  ssh: 'environment:ssh',
  url: 'environment:url',
  sql: 'db:sql',
  backup: 'snapshot:create',
  snapshots: 'snapshot:list',
  variables: 'variable:list',
  var: 'variable:list',
  vget: 'variable:get',
  integrations: 'integration:list'
}

async function main([name, ...args]) {
  // What PHP makes of it: exit code 255 without a word.
  const home = process.env['MAGENTO_CLOUD_CLI_HOME']
  if (home && !statSync(home, { throwIfNoEntry: false })?.isDirectory()) return 255
  if (name === undefined || name === '--version' || name === '-V') {
    process.stdout.write('Magento Cloud CLI 1.47.0\n')
    return 0
  }
  const command = commands[aliases[name] ?? name]
  if (!command) throw new CliError(`Command "${name}" is not defined.`, { type: 'CommandNotFoundException' })
  const exitCode = await command.run(parseCommandLine(command, args))
  return typeof exitCode === 'number' ? exitCode : 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const shown = error instanceof CliError ? error : Object.assign(error, { type: error.name, exitCode: 255 })
  printError(shown)
  process.exitCode = shown.exitCode
}
