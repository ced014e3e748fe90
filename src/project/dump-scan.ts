const object = /^(?:\/\*!\d+ )?(?:CREATE )?(?:TABLE|VIEW) (?:IF NOT EXISTS )?`((?:[^`]|``)+)`/

/** Collects what the heads of a dump's lines tell; see {@link createDumpScan}. */
export interface DumpScan {
  /** Takes the beginning of one line, at least its first 200 characters. */
  readonly line: (head: string) => void
  /** Names of the tables and views that the dump creates. */
  readonly objects: ReadonlySet<string>
  /** The last line that is not empty. */
  readonly lastLine: string
}

/**
 * Reads a mysqldump by the heads of its lines: data is escaped, so no row can begin a line. Bodies of routines
 * and triggers can, and are passed over: they stand between DELIMITER lines.
 */
export function createDumpScan(): DumpScan {
  const objects = new Set<string>()
  const state = { body: false, lastLine: '' }
  return {
    objects,
    get lastLine() {
      return state.lastLine
    },
    line: (head) => {
      if (head === '') return
      state.lastLine = head
      if (head.startsWith('DELIMITER ')) state.body = !head.startsWith('DELIMITER ;') || head.startsWith('DELIMITER ;;')
      const name = state.body ? undefined : object.exec(head)?.[1]
      if (name !== undefined) objects.add(name.replaceAll('``', '`'))
    }
  }
}

/** Whether this is how mysqldump and mariadb-dump end a dump that they finished. */
export function isTrailer(line: string): boolean {
  return /^-- Dump completed(?: on .*)?$/.test(line.trim())
}

/** Why the objects of a dump are not those of the database, or null. */
export function compareObjects(
  before: readonly string[],
  dumped: Iterable<string>,
  after: readonly string[]
): string | null {
  const inDump = new Set(dumped)
  const changed = symmetricDifference(before, after)
  if (changed.length > 0) return `tables changed while the dump ran: ${changed.join(', ')}`
  const missing = before.filter((name) => !inDump.has(name))
  if (missing.length > 0) return `the dump lacks ${missing.slice(0, 10).join(', ')}`
  const known = new Set(before)
  const unknown = [...inDump].filter((name) => !known.has(name))
  return unknown.length > 0
    ? `the dump holds ${unknown.slice(0, 10).join(', ')}, which the database does not have`
    : null
}

function symmetricDifference(a: readonly string[], b: readonly string[]): readonly string[] {
  const [left, right] = [new Set(a), new Set(b)]
  return [...a.filter((name) => !right.has(name)), ...b.filter((name) => !left.has(name))]
}
