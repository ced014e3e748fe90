import { Option, type Command } from 'commander'
import type { SandboxOptions } from '../../sandbox/sandbox-options.js'

const faults = [
  'build-fails',
  'patch-fails',
  'deploy-hook-fails',
  'setup-upgrade-fails',
  'post-deploy-fails',
  'never-starts',
  'other-commit',
  'stuck',
  'maintenance-left-on',
  'old-version-stays',
  'database-behind',
  'storefront-500'
]

/** Gives a command the flags that size and shape a sandbox. */
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
    .addOption(new Option('--fault <kind>', 'the next deployments go wrong in this way').choices(faults))
    .addOption(new Option('--from-version <version>', 'product version at the start (default: 2.4.7-p3)'))
    .addOption(new Option('--packages <number>', 'packages in the lock, 20 to 750 (default: 60)').argParser(Number))
    .addOption(new Option('--rows <number>', 'orders in the database (default: 2000)').argParser(Number))
    .addOption(new Option('--deploy-seconds <number>', 'length of a deployment beyond its real work').argParser(Number))
}

/** The sandbox that the flags ask for. */
export function sandboxOptionsOf(flags: Record<string, unknown>): SandboxOptions {
  const names = [
    'plan',
    'environment',
    'topology',
    'layout',
    'extension',
    'fault',
    'fromVersion',
    'packages',
    'deploySeconds'
  ]
  const given = names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))
  return {
    ...Object.fromEntries(given),
    ...(flags['rows'] === undefined ? {} : { databaseRows: flags['rows'] })
  } as SandboxOptions
}
