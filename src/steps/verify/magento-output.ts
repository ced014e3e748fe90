import { plainLines } from '../../project/terminal-text.js'

/** State of the database compared with the code. `ahead`: it belongs to newer code. */
type DatabaseStatus = 'current' | 'behind' | 'ahead' | 'unknown'

/** Result of `bin/magento setup:db:status`: the state and the lines that show it. */
export interface DatabaseState {
  readonly status: DatabaseStatus
  readonly evidence: readonly string[]
  /** Exit code of the program, if the status is unknown. */
  readonly exitCode?: number
}

const ahead =
  /Please update your modules|code versions newer or older than the database|code version - .{0,300}database version -|installed by a newer version/i
const behind =
  /Declarative Schema is not up to date|(?:Schema|Data) patches are not up to date|Run 'setup:upgrade'|module code base doesn't match the DB schema and data|setup:upgrade/i

// Patterns that explain a missing result, before those that only name a place.
const thisRun =
  /SQLSTATE|Connection refused|gone away|Access denied|not installed|Fatal|Killed|Allowed memory|Could not open input file|command not found|\b(?:Error|Exception)\b/i
const place = /^(?:In \S+ line \d+:|setup:db:status\b.*|#\d+ .*)$/

/**
 * Why a status is unknown: the most informative line of the output, otherwise the last one; empty if there is none. Not
 * redacted.
 */
export function whyUnknown(text: string): string {
  const lines = plainLines(text).filter((line) => !place.test(line))
  return lines.find((line) => thisRun.test(line)) ?? lines.at(-1) ?? ''
}

/**
 * Classifies output and exit code (0 good, 2 upgrade needed, 1 not installed or mismatch). A 2 without an explaining
 * line is `unknown`: some database versions make it a false alarm.
 */
export function parseDatabaseStatus(text: string, exitCode: number): DatabaseState {
  const lines = plainLines(text)
  const tell = (status: DatabaseStatus, pattern: RegExp): DatabaseState | null => {
    const evidence = lines.filter((line) => pattern.test(line))
    return evidence.length > 0 ? { status, evidence } : null
  }
  const said = whyUnknown(text)
  const unknown: DatabaseState = { status: 'unknown', evidence: said === '' ? [] : [said], exitCode }
  if (exitCode === 0) return tell('current', /^All modules are up to date\.$/) ?? unknown
  return tell('ahead', ahead) ?? (exitCode === 2 ? tell('behind', behind) : null) ?? unknown
}

const versionLine = /^(?:Magento|Adobe Commerce) CLI(?: version)? ([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.]+)?)$/

/**
 * The product version that `bin/magento --version` printed, or null. Exactly one line must contain it: warnings and
 * stack traces around it contain other version numbers.
 */
export function parseVersionOutput(text: string): string | null {
  const found = plainLines(text).flatMap((line) => versionLine.exec(line)?.[1] ?? [])
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Whether `bin/magento maintenance:status` reports maintenance mode as active; null if it does not say. */
export function parseMaintenanceOutput(text: string): boolean | null {
  const found = plainLines(text).flatMap(
    (line) => /^Status: maintenance mode is (active|not active)$/.exec(line)?.[1] ?? []
  )
  return found.length === 1 ? found[0] === 'active' : null
}

/** Module name to whether it is enabled. */
export type ModuleStates = ReadonlyMap<string, boolean>

/** The section `modules` of app/etc/config.php, or its lines; null for a text that names no module. */
export function parseModuleStates(configPhp: string): ModuleStates | null {
  const section = /(['"])modules\1\s*=>\s*(?:\[|array\s*\()([\s\S]*?)[\])]/.exec(configPhp)?.[2] ?? configPhp
  const found = [...section.matchAll(/(['"])([A-Za-z0-9]+_[A-Za-z0-9]+)\1\s*=>\s*([01])\b/g)]
  return found.length === 0 ? null : new Map(found.map(([, , name = '', state]) => [name, state === '1']))
}

/**
 * Differences on the server for the committed modules, one line each. Modules that are not committed are new: the build
 * enables them.
 */
export function compareModuleStates(committed: ModuleStates, running: ModuleStates): readonly string[] {
  const word = (state: boolean | undefined): string =>
    state === undefined ? 'missing' : state ? 'enabled' : 'disabled'
  return [...committed]
    .filter(([name, state]) => running.get(name) !== state && !(running.get(name) === undefined && !state))
    .map(([name, state]) => `${name} is ${word(running.get(name))} instead of ${word(state)}`)
}
