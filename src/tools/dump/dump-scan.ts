const object = /^(?:\/\*!\d+ )?(?:CREATE )?(TABLE|VIEW|SEQUENCE) (?:IF NOT EXISTS )?`((?:[^`]|``)+)`/
// The server keeps triggers and events as typed: with or without quotes and schema.
const name = '(?:`((?:[^`]|``)+)`|([^\\s`(.]+))'
const program = new RegExp(`\\b(TRIGGER|PROCEDURE|FUNCTION|EVENT) (?:IF NOT EXISTS )?(?:${name}\\.)?${name}`, 'i')
const view = /^\/\*!\d+ (?:CREATE )?VIEW `((?:[^`]|``)+)`/

/** How mariadb-dump introduces the rows of a system-versioned table that it dumps with its history. */
export const historySetting = /^\/\*M!\d+ SET .*\bsystem_versioning_insert_history=1\b/

/** What a statement of a dump creates; programs are named like `trigger name`. */
export interface Created {
  readonly kind: 'table' | 'view' | 'sequence' | 'program'
  readonly name: string
}

/** Collects facts from the beginnings of a dump's lines; see {@link createDumpScan}. */
export interface DumpScan {
  /** Takes the beginning of one line, at least its first 200 characters. */
  readonly line: (head: string) => void
  /** Notes what a completely read statement creates. */
  readonly statement: (creates: Created | null) => void
  /** Names of the tables and views that the dump creates. */
  readonly objects: ReadonlySet<string>
  readonly views: ReadonlySet<string>
  /** `trigger name`, `procedure name`, `function name` and `event name` of everything with a body. */
  readonly programs: ReadonlySet<string>
  /** Whether the next line belongs to the body of a trigger, routine or event, which may contain anything. */
  readonly inBody: boolean
  /** The last line that is not empty. */
  readonly lastLine: string
  /** Version of the server and of the dumping program, as the head of the dump names them, or null. */
  readonly serverVersion: string | null
  readonly clientVersion: string | null
  /**
   * Whether the dump selects or creates a database (USE, CREATE DATABASE), and so could be loaded into the wrong one.
   */
  readonly choosesDatabase: boolean
  /** Whether its rows were filtered by a condition (mysqldump --where). */
  readonly isPartial: boolean
  /** Whether it includes the historical rows of system-versioned tables. */
  readonly hasHistory: boolean
}

/**
 * Reads a mysqldump by the beginnings of its lines: data is escaped, so no row can begin a line. Bodies of routines and
 * triggers can; they stand between DELIMITER lines and are skipped.
 */
export function createDumpScan(): DumpScan {
  const found = { objects: new Set<string>(), views: new Set<string>(), programs: new Set<string>() }
  const state = {
    inBody: false,
    unnamed: false,
    lastLine: '',
    serverVersion: null as string | null,
    clientVersion: null as string | null,
    choosesDatabase: false,
    isPartial: false,
    hasHistory: false
  }
  const line = (head: string): void => {
    if (head === '') return
    // Events are preceded by their settings; the first other line of a body names its program.
    if (state.inBody && state.unnamed && !/^(?:\/\*!\d+ SET |ALTER DATABASE )/.test(head)) {
      addProgram(found.programs, head)
      state.unnamed = false
    }
    state.lastLine = head
    if (head.startsWith('DELIMITER ')) {
      state.inBody = !head.startsWith('DELIMITER ;') || head.startsWith('DELIMITER ;;')
      state.unnamed = state.inBody
      return
    }
    if (state.inBody) return
    const name = object.exec(head)?.[2]
    if (name !== undefined) found.objects.add(unquoted(name))
    const viewName = view.exec(head)?.[1]
    if (viewName !== undefined) found.views.add(unquoted(viewName))
    if (/^(?:\/\*!\d+ )?(?:USE `|CREATE DATABASE |DROP DATABASE )/.test(head)) state.choosesDatabase = true
    if (head.startsWith('-- WHERE:')) state.isPartial = true
    if (historySetting.test(head)) state.hasHistory = true
    state.serverVersion ??= /^-- Server version\s+(\S+)/.exec(head)?.[1] ?? null
    state.clientVersion ??= /^-- (?:MariaDB|MySQL) dump (\S.*?)(?:,? for .*)?$/.exec(head)?.[1] ?? null
  }
  // Getters, because the state changes while the dump is read.
  return {
    ...found,
    line,
    statement: (creates) => {
      state.lastLine = 'a statement'
      if (creates === null) return
      if (creates.kind === 'program') found.programs.add(creates.name)
      else found.objects.add(creates.name)
      if (creates.kind === 'view') found.views.add(creates.name)
    },
    get inBody() {
      return state.inBody
    },
    get lastLine() {
      return state.lastLine
    },
    get serverVersion() {
      return state.serverVersion
    },
    get clientVersion() {
      return state.clientVersion
    },
    get choosesDatabase() {
      return state.choosesDatabase
    },
    get isPartial() {
      return state.isPartial
    },
    get hasHistory() {
      return state.hasHistory
    }
  }
}

function addProgram(programs: Set<string>, head: string): void {
  const [, kind, , , quoted, plain] = program.exec(head) ?? []
  const found = quoted ?? plain
  if (kind !== undefined && found !== undefined) programs.add(`${kind.toLowerCase()} ${unquoted(found)}`)
}

function unquoted(name: string): string {
  return name.replaceAll('``', '`')
}

/** Whether this is how mysqldump and mariadb-dump begin a dump: anything before it came from something else. */
export function isHeader(line: string): boolean {
  return /^(?:\/\*M?!999999\\- enable the sandbox mode \*\/ ?|-- (?:MySQL|MariaDB) dump \S.*)\r?$/.test(line)
}

/** Whether this is how mysqldump and mariadb-dump end a dump that they finished. */
export function isTrailer(line: string): boolean {
  return /^-- Dump completed(?: on .*)?$/.test(line.trim())
}

/** A difference between a dump and its database. `changed`: the database itself changed during the dump. */
interface ObjectDifference {
  readonly kind: 'changed' | 'missing' | 'unknown'
  readonly words: string
}

/** How the objects of a dump differ from those of the database, or null. */
export function compareObjects(
  before: readonly string[],
  dumped: Iterable<string>,
  after: readonly string[]
): ObjectDifference | null {
  const inDump = new Set(dumped)
  const changed = symmetricDifference(before, after)
  if (changed.length > 0) return { kind: 'changed', words: `tables changed while the dump ran: ${changed.join(', ')}` }
  const missing = before.filter((name) => !inDump.has(name))
  if (missing.length > 0) return { kind: 'missing', words: `the dump lacks ${missing.slice(0, 10).join(', ')}` }
  const known = new Set(before)
  const unknown = [...inDump].filter((name) => !known.has(name))
  if (unknown.length === 0) return null
  return {
    kind: 'unknown',
    words: `the dump has ${unknown.slice(0, 10).join(', ')}, which the database does not have`
  }
}

function symmetricDifference(a: readonly string[], b: readonly string[]): readonly string[] {
  const [left, right] = [new Set(a), new Set(b)]
  return [...a.filter((name) => !right.has(name)), ...b.filter((name) => !left.has(name))]
}
