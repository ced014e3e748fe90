import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { besideScript, firstBeside, lastBeside, swapScript } from './beside-scripts.js'
import { feedDatabase } from './feed-database.js'
import { loadScript, type LoadChoice } from './load-script.js'
import type { LookedDatabase } from './look-at-database.js'
import { loadedSql } from './marker-sql.js'
import type { DumpToLoad } from './try-on-server.js'

/**
 * What a load leaves unchanged: tables that were excluded from the dump, and programs that its way of dumping leaves
 * out.
 */
export function loadChoice(
  { dump }: DumpToLoad,
  looked: LookedDatabase,
  { id, lockSeconds }: Pick<LoadChoice, 'id' | 'lockSeconds'>
): LoadChoice {
  const { relationship, excluded, missingPrograms, collation } = dump
  const other = collation !== undefined && looked.collation !== null && collation !== looked.collation
  return {
    relationship,
    ...{ id, lockSeconds },
    keptTables: excluded,
    keptPrograms: missingPrograms,
    collation: other ? collation : null
  }
}

interface LoadTools {
  readonly ssh: Ssh
  readonly host: SshHost
  readonly dumpFiles: DumpFiles
}

/**
 * Replaces a database with a dump that is read again and checked statement by statement. Returns why it did not finish,
 * in words and without data, or null.
 */
export function loadDump(
  tools: LoadTools,
  { dump, path, identity }: DumpToLoad,
  choice: LoadChoice
): Promise<string | null> {
  const whole = tools.dumpFiles.loadable(path, identity, { sqlSha256: dump.sqlSha256, last: loadedSql })
  return feedDatabase(tools, loadScript(choice), whole)
}

/**
 * Loads the tables and rows of a dump next to the present ones, which stay unchanged. Returns like {@link loadDump};
 * `rest` gets what {@link swapIn} needs.
 */
export function loadBeside(
  tools: LoadTools,
  { dump, path, identity }: DumpToLoad,
  { id, rest }: { readonly id: string; readonly rest: (sql: Uint8Array) => void }
): Promise<string | null> {
  const { relationship, tables, sqlSha256 } = dump
  const between = { first: firstBeside(tables), last: lastBeside(id) }
  const parts = tools.dumpFiles.beside(path, identity, { sqlSha256, tables, rest, ...between })
  return feedDatabase(tools, besideScript({ relationship, id }), parts)
}

/** Swaps in the loaded tables in one statement, and creates the rest. Returns like {@link loadDump}. */
export function swapIn(tools: LoadTools, rest: Uint8Array, choice: LoadChoice): Promise<string | null> {
  const sql = Buffer.concat([rest, Buffer.from(loadedSql)])
  return feedDatabase(tools, swapScript(choice), tools.dumpFiles.compress(sql))
}
