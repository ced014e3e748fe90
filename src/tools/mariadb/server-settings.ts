/** Variables of a database server that decide whether it takes a dump, as `SHOW VARIABLES` names them. */
export const serverSettings = [
  'version',
  'max_allowed_packet',
  'sql_mode',
  'innodb_strict_mode',
  'innodb_page_size',
  'innodb_default_row_format',
  'innodb_file_per_table',
  'innodb_read_only_compressed',
  'innodb_force_primary_key',
  'sql_require_primary_key',
  'lower_case_table_names',
  'explicit_defaults_for_timestamp',
  'check_constraint_checks',
  'old_mode',
  'character_set_database',
  'collation_database'
] as const

/** Their values on one server; unknown ones are missing. */
export type ServerSettings = Readonly<Partial<Record<(typeof serverSettings)[number], string>>>

/** Reads `name<TAB>value` lines of an untrusted server: only plain values are kept. */
export function readServerSettings(lines: readonly string[]): ServerSettings {
  const values = new Map(lines.map((line) => line.split('\t')).map(([name = '', value = '']) => [name, value]))
  const known = serverSettings.map((name) => [name, values.get(name) ?? ' '] as const)
  return Object.fromEntries(known.filter(([, value]) => /^[\w,.:+~-]{0,500}$/.test(value)))
}

const plainNumbers: Readonly<Record<string, RegExp>> = {
  innodb_page_size: /^(?:4096|8192|16384|32768|65536)$/,
  lower_case_table_names: /^[012]$/,
  explicit_defaults_for_timestamp: /^(?:ON|OFF|0|1)$/
}

/** Options for settings that can only be set at a server's start; the first one also when its files are made. */
export function startOptions(settings: ServerSettings): readonly string[] {
  return Object.entries(plainNumbers).flatMap(([name, form]) => {
    const value = settings[name as keyof ServerSettings]
    return value !== undefined && form.test(value) ? [`--loose-${name.replaceAll('_', '-')}=${value}`] : []
  })
}

// A dump sets its own modes. Other modes change how SQL is read, which an untrusted server must not choose.
const modes = new Set(
  `ALLOW_INVALID_DATES ERROR_FOR_DIVISION_BY_ZERO NO_AUTO_CREATE_USER NO_AUTO_VALUE_ON_ZERO NO_ENGINE_SUBSTITUTION
  NO_UNSIGNED_SUBTRACTION NO_ZERO_DATE NO_ZERO_IN_DATE ONLY_FULL_GROUP_BY PAD_CHAR_TO_FULL_LENGTH STRICT_ALL_TABLES
  STRICT_TRANS_TABLES TIME_ROUND_FRACTIONAL`.split(/\s+/)
)

/** The other settings as statements of an administrator, by name. Another kind of server may refuse one. */
export function settingStatements(settings: ServerSettings): readonly (readonly [string, string])[] {
  const elsewhere = ['version', 'character_set_database', 'collation_database', ...Object.keys(plainNumbers)]
  return Object.entries(settings)
    .filter(([name]) => !elsewhere.includes(name))
    .map(([name, value]) => [name, `SET GLOBAL ${name} = ${literal(name === 'sql_mode' ? knownModes(value) : value)}`])
}

function knownModes(value: string): string {
  return value
    .split(',')
    .filter((mode) => modes.has(mode))
    .join(',')
}

function literal(value: string): string {
  return /^\d+$/.test(value) ? value : `'${value}'`
}
