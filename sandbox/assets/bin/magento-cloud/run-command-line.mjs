import { statSync } from 'node:fs'
import { activityCommands } from './activity-commands.mjs'
import { CliError, printError } from './cli-error.mjs'
import { databaseCommands } from './database-commands.mjs'
import { environmentCommands } from './environment-commands.mjs'
import { otherCommands } from './other-commands.mjs'
import { parseCommandLine } from './parse-command-line.mjs'
import { process } from './process.mjs'
import { sshCommands } from './ssh-commands.mjs'
import { variableCommands } from './variable-commands.mjs'

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

function unknownCommand(name) {
  const [group] = name.split(':', 1)
  const known = !name.includes(':') || Object.keys(commands).some((other) => other.startsWith(`${group}:`))
  const told = known
    ? `Command "${name}" is not defined.`
    : `There are no commands defined in the "${group}" namespace.`
  return new CliError(told, { type: 'CommandNotFoundException' })
}

async function main([name, ...args]) {
  // As in PHP: exit code 255 without a message.
  const home = process.env['MAGENTO_CLOUD_CLI_HOME']
  if (home && !statSync(home, { throwIfNoEntry: false })?.isDirectory()) return 255
  if (name === undefined || name === '--version' || name === '-V') {
    process.stdout.write('Magento Cloud CLI 1.47.0\n')
    return 0
  }
  const command = commands[aliases[name] ?? name]
  if (!command) throw unknownCommand(name)
  const exitCode = await command.run(parseCommandLine(command, args))
  return typeof exitCode === 'number' ? exitCode : 0
}

/** Runs one command line and returns its exit code; whatever fails is printed as the original prints it. */
export async function runCommandLine(args) {
  try {
    return await main(args)
  } catch (error) {
    const shown = error instanceof CliError ? error : Object.assign(error, { type: error.name, exitCode: 255 })
    printError(shown)
    return shown.exitCode
  }
}

// These neither wait nor hand their terminal to another program.
const brief = [
  ...['project:curl', 'project:info', 'environment:info', 'environment:list', 'environment:url', 'integration:list'],
  ...['activity:list', 'activity:get', 'variable:list', 'variable:get', 'ssh-cert:load']
]

/** Whether a command line is over at once and prints its answer, so that it needs no process of its own. */
export function isBrief([name, ...args]) {
  const command = aliases[name] ?? name
  if (command === undefined || command === '--version' || brief.includes(command)) return true
  if (command === 'environment:ssh') return args.includes('--pipe')
  return command === 'activity:log' && args.join(' ').includes('--refresh 0')
}
