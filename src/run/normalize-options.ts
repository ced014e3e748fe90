import { badInput, badOption, type Problem, UpgradeError } from '../errors.js'
import { cliRelease, type GivenCli } from '../tools/magento-cloud/cli-release.js'
import { parseTarget } from '../project/target.js'
import { optionTable, type Command, type OptionDefinition, type OptionName } from '../options.js'
import { Secret } from '../secrets/secret.js'

type CamelCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Text
type Table = typeof optionTable
type ValueOf<Row> = Row extends { secret: true }
  ? Secret
  : Row extends { type: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : Row extends { type: 'boolean' }
      ? boolean
      : Row extends { type: 'number' }
        ? number
        : string

/** All options with their values, named in camelCase: the option table as a type. */
export type UpgradeOptions = { readonly [Name in OptionName as CamelCase<Name>]: ValueOf<Table[Name]> }

/** What a caller may give: any of the options, secrets also as plain text. */
export type GivenOptions = {
  readonly [Key in keyof UpgradeOptions]?: UpgradeOptions[Key] extends Secret ? Secret | string : UpgradeOptions[Key]
}

/** The name of an option as a library option, e.g. `workingDirectory`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Fills in defaults and checks types and choices. Throws one UpgradeError `bad-input` that names every wrong or
 * unknown option at once.
 */
export function normalizeOptions(given: GivenOptions, command: Command): UpgradeOptions {
  const problems: Problem[] = []
  const entries = Object.entries(optionTable).map(([name, row]: [string, OptionDefinition]) => {
    const key = camelCase(name)
    const value = (given as Record<string, unknown>)[key]
    const problem = value === undefined ? null : check(name, row, value)
    if (problem !== null) problems.push(problem)
    return [key, row.secret ? asSecret(value) : (value ?? row.default)]
  })
  const options = Object.fromEntries(entries) as UpgradeOptions
  problems.unshift(...targetProblems(options, command))
  problems.push(...unknownOptions(given), ...missingOptions(options, command))
  problems.push(...placeProblems(options), ...artifactProblems(options))
  problems.push(...cliRelease(cliOptions(options)).problems)
  if (problems.length === 0) return options
  throw badInput(problems)
}

/** The options about the `magento-cloud` to install. */
export function cliOptions({ cliVersion, cliSha256, cliUrl }: UpgradeOptions): GivenCli {
  // Values of a wrong type, from a caller without types, are reported already.
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { version: text(cliVersion), sha256: text(cliSha256), url: text(cliUrl) }
}

function asSecret(value: unknown): Secret {
  return value instanceof Secret ? value : new Secret(typeof value === 'string' ? value.trim() : '')
}

function check(name: string, row: OptionDefinition, value: unknown): Problem | null {
  if (row.secret)
    return typeof value === 'string' || value instanceof Secret
      ? null
      : badOption(name, 'is not text.', 'Set it to a text.')
  if (row.type === 'choice') {
    const choices = row.choices ?? []
    return choices.includes(value as string)
      ? null
      : badOption(name, `is ${String(value)}.`, `Use one of: ${choices.join(', ')}.`)
  }
  const expected = row.type === 'text' ? 'string' : row.type
  if (typeof value !== expected) return badOption(name, `is not a ${row.type}.`, `Set it to a ${row.type}.`)
  if (row.type === 'number' && !isEnough(value as number, row.least))
    return row.least === undefined
      ? badOption(name, 'is not a positive number.', 'Use a number above 0.')
      : badOption(name, `is not a number from ${row.least} on.`, `Give a number, at least ${row.least}.`)
  return null
}

function isEnough(value: number, least: number | undefined): boolean {
  return Number.isFinite(value) && (least === undefined ? value > 0 : value >= least)
}

function unknownOptions(given: GivenOptions): Problem[] {
  const known = new Set(Object.keys(optionTable).map(camelCase))
  const unknown = Object.keys(given).filter((key) => !known.has(key))
  return unknown.map((key) => badOption(key, 'is not an option.', 'Remove it; --help lists the options.'))
}

function missingOptions(options: UpgradeOptions, command: Command): Problem[] {
  // Verify and diagnose also work over SSH without the platform: they check for themselves.
  if (command !== 'upgrade' && command !== 'backup') return []
  const alone = command === 'backup'
  const off = alone && options.backup === 'off'
  const project = options.project === '' && (alone || !isLocal(options))
  return [
    ...(project
      ? [badOption('project', 'is empty.', 'Set the id of the Cloud project (magento-cloud project:list shows it).')]
      : []),
    ...(off ? [badOption('backup', 'is off, and the command backup does nothing else.', 'Use backup: auto.')] : []),
    ...(alone && options.environment === ''
      ? [badOption('environment', 'is empty.', 'Set the id of the Cloud environment.')]
      : [])
  ]
}

/** Reported first, because the other problems depend on it. */
function targetProblems({ target }: UpgradeOptions, command: Command): Problem[] {
  if (typeof target !== 'string' || (command !== 'plan' && command !== 'upgrade')) return []
  try {
    parseTarget(target)
    return []
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    return [{ id: 'bad-input', severity: 'error', message: error.message, fix: error.next }]
  }
}

/** db:dump leaves nothing on the server, so server options do not apply. */
function placeProblems({ backup, backupTo }: UpgradeOptions): Problem[] {
  if (backup !== 'cloud-dump' || (backupTo !== 'remote' && backupTo !== 'both')) return []
  return [
    badOption(
      'backup-to',
      `is ${backupTo}, which backup: cloud-dump does not support.`,
      'Use backup: ssh-dump, or backup-to: runner.'
    )
  ]
}

/** A backup that leaves the machine must be encrypted and complete on this machine. */
function artifactProblems(options: UpgradeOptions): Problem[] {
  const { backup, backupArtifact, backupEncryptTo, backupMedia, backupTo } = options
  if (!backupArtifact) return []
  const here = backupTo === 'runner' || backupTo === 'both' || (backupTo === 'auto' && backup === 'cloud-dump')
  const name = 'backup-artifact'
  return [
    ...(backup === 'off' ? [badOption(name, 'is set, but backup is off.', 'Set backup: auto.')] : []),
    ...(backupEncryptTo === ''
      ? [badOption(name, 'is set without backup-encrypt-to.', 'Set backup-encrypt-to to the age recipients.')]
      : []),
    ...(here ? [] : [badOption(name, 'needs the dump on this machine.', 'Set backup-to: runner (or both).')]),
    ...(backupMedia === 'download'
      ? [badOption(name, 'is set, but media are not encrypted.', 'Set backup-media: off or setup-backup.')]
      : [])
  ]
}

/** Whether an upgrade with these options touches no Cloud environment at all. */
export function isLocal(options: UpgradeOptions): boolean {
  const { backup, push, pullRequest, wait, verify, adminEmailCheck } = options
  const asksPlatform = adminEmailCheck === 'require' || adminEmailCheck === 'set'
  return backup === 'off' && !asksPlatform && (!push || pullRequest || (!wait && !verify))
}
