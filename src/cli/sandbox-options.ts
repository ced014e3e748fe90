import { InvalidArgumentError, Option, type Command } from 'commander'
import { deployFaults, type DeployFault } from '../../sandbox/deploy-faults.js'
import type { SandboxOptions } from '../../sandbox/sandbox-options.js'

const situations = Object.keys(deployFaults) as DeployFault[]

/** The situations of `--fail`, one per line, each in a few words. */
export const situationHelp = `Situations for --fail:\n${situations
  .map((name) => `  ${name.padEnd(22)} ${deployFaults[name]}`)
  .join('\n')}`

/** Adds the flags for a sandbox's size and shape to a command. */
export function addSandboxOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--plan <plan>', 'starter: one container; pro: three nodes for staging and production').choices([
        'starter',
        'pro'
      ])
    )
    .addOption(
      new Option('--environment <id>', 'environment that is prepared').choices(['integration', 'staging', 'production'])
    )
    .addOption(
      new Option(
        '--topology <kind>',
        'github: the project mirrors its GitHub repository; direct: the Cloud remote is pushed to'
      ).choices(['github', 'direct'])
    )
    .addOption(new Option('--layout <kind>', 'which .gitignore the project has').choices(['allow-list', 'deny-list']))
    .addOption(
      new Option('--extension <kind>', 'a third-party extension that follows the target or blocks it').choices([
        'none',
        'follows',
        'blocks'
      ])
    )
    .addOption(
      new Option('--fail <situation>', 'the deployment goes wrong in this way; see the list below').argParser(situation)
    )
    .addOption(new Option('--from-version <version>', 'product version at the start (default: 2.4.7-p3)'))
    .addOption(new Option('--packages <number>', 'packages in the lock, 20 to 750 (default: 60)').argParser(Number))
    .addOption(new Option('--rows <number>', 'orders in the database (default: 2000)').argParser(Number))
    .addOption(new Option('--deploy-seconds <number>', 'length of a deployment beyond its real work').argParser(Number))
}

function situation(text: string): DeployFault {
  const found = situations.find((name) => name === text)
  if (found === undefined) throw new InvalidArgumentError(`The situations are ${situations.join(', ')}.`)
  return found
}

/** The sandbox options from the flags. */
export function sandboxOptionsOf(flags: Record<string, unknown>): SandboxOptions {
  const names = ['plan', 'environment', 'topology', 'layout', 'extension', 'fromVersion', 'packages', 'deploySeconds']
  const { fail } = flags
  const given = names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))
  return {
    // Only there does an environment have more than one node.
    ...(fail === 'one-node-old' && { plan: 'pro', environment: 'staging' }),
    ...(fail !== undefined && { fault: fail }),
    ...Object.fromEntries(given),
    ...(flags['rows'] === undefined ? {} : { databaseRows: flags['rows'] })
  } as SandboxOptions
}
