import { exitCodes } from '../errors.js'
import { optionTable, type Command, type OptionDefinition } from '../options.js'

/** One or two calls of each command that a new user can copy. */
export const examples: Readonly<Record<Command, string>> = {
  plan: 'Examples:\n  magento-cloud-upgrade plan\n  magento-cloud-upgrade plan --target 2.4.8-p3 --json',
  upgrade:
    'Examples:\n  magento-cloud-upgrade upgrade --target 2.4.8 --project abcdefghijklm --environment integration --dry-run\n  magento-cloud-upgrade upgrade --project abcdefghijklm --known-hosts "$(cat known_hosts)"',
  backup: 'Example:\n  magento-cloud-upgrade backup --project abcdefghijklm --environment staging --backup-to both',
  restore:
    'Example:\n  magento-cloud-upgrade backup restore ./backups/backup-20261123T080540Z-9ff38675 --project abcdefghijklm --environment integration',
  verify:
    'Example:\n  magento-cloud-upgrade verify --project abcdefghijklm --environment staging --expected-version 2.4.8-p3',
  diagnose:
    'Examples:\n  magento-cloud-upgrade diagnose --project abcdefghijklm --environment staging\n  magento-cloud-upgrade diagnose --from activity.log var/log var/report\n  magento-cloud activity:log | magento-cloud-upgrade diagnose --from -'
}

/** All exit codes with their names. */
export const exitCodeTable = `Exit codes:\n   0  done, or nothing to do\n${Object.entries(exitCodes)
  .map(
    ([name, code]) =>
      `${String(code).padStart(4)}  ${name === 'internal-error' ? 'a bug of this program' : name.replaceAll('-', ' ')}`
  )
  .join('\n')}`

/** The environment variable of a secret option. */
export function secretVariable(name: string): string {
  if (name === 'cloud-token') return 'MAGENTO_CLOUD_CLI_TOKEN'
  return name === 'github-token' ? 'GITHUB_TOKEN' : `MAGENTO_CLOUD_UPGRADE_${name.toUpperCase().replaceAll('-', '_')}`
}

/** The help text of a command about its secrets. */
export function secretHelp(command: Command): string {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command))
  const lines = secrets.map(([name, row]) => `  ${secretVariable(name)}\n      ${row.description}`)
  return `Secrets come by environment variables, because command lines can be seen by everyone on the machine:\n${lines.join('\n')}`
}

/** The message for an unknown option; for a secret option it names the environment variable, never the value. */
export function explainSecretFlag(text: string): string {
  const name = /unknown option '--([\w-]+)/.exec(text)?.[1] ?? ''
  const row: OptionDefinition | undefined = (optionTable as Record<string, OptionDefinition>)[name]
  if (!row?.secret) return text
  return `error: --${name} is no option, because command lines can be seen by everyone on the machine\n(set the environment variable ${secretVariable(name)} instead)\n`
}
