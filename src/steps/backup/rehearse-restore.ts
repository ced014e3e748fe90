import type { ManifestDump, Rehearsal } from '../../project/backup-manifest.js'
import type { DumpFiles } from '../../tools/dump-file.js'
import type { ScratchDatabase, WithScratchDatabase } from '../../tools/scratch-database.js'

/**
 * Loads a dump of this machine into a scratch database and compares: the tables, every table's rows against those
 * counted in the stream, and CHECK TABLE. Null where there is no server to load it into, or where it is encrypted.
 */
export async function rehearseRestore(
  tools: { readonly dumpFiles: DumpFiles; readonly withScratchDatabase: WithScratchDatabase },
  path: string,
  dump: ManifestDump
): Promise<Rehearsal | null> {
  const { rows } = dump
  if (dump.encryption !== 'none' || rows === null) return null
  const began = performance.now()
  return tools.withScratchDatabase(async (database) => {
    const failure =
      (await database.load(tools.dumpFiles.sql(path))) ?? (await compare(database, dump, rows).catch(messageOf))
    const orphans = failure === null ? await findOrphans(database) : []
    return {
      passed: failure === null,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      server: database.version,
      tables: dump.tables.length,
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      orphans: [...orphans],
      detail: failure ?? 'restored; tables, rows and CHECK TABLE agree'
    }
  })
}

async function compare(
  database: ScratchDatabase,
  { tables, views }: ManifestDump,
  rows: Readonly<Record<string, number>>
): Promise<string | null> {
  const listed = await database.query(
    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'rehearsal' ORDER BY TABLE_NAME"
  )
  const restored = new Set(lines(listed))
  const missing = [...tables, ...views].filter((name) => !restored.has(name))
  if (missing.length > 0) return `the restored database lacks ${missing.slice(0, 10).join(', ')}`
  return compareTables(database, tables, rows)
}

/** Asks for all tables at once: a client for each would take longer than the tables of most shops. */
async function compareTables(
  database: ScratchDatabase,
  tables: readonly string[],
  rows: Readonly<Record<string, number>>
): Promise<string | null> {
  const mark = crypto.randomUUID()
  const asked = tables.map((table) => `rehearsal.\`${table.replaceAll('`', '``')}\``)
  const sql = asked.map((name) => `SELECT '${mark}', COUNT(*) FROM ${name}; CHECK TABLE ${name};`).join('\n')
  const answers = (await database.query(sql)).split(`${mark}\t`).slice(1)
  for (const [index, table] of tables.entries()) {
    const [count, ...checks] = lines(answers[index] ?? '')
    if (Number(count) !== (rows[table] ?? 0))
      return `${table} has ${count ?? 'no'} rows restored and ${rows[table] ?? 0} in the dump`
    const check = checks.at(-1) ?? ''
    // Sequences and a few engines have nothing to check.
    if (!check.endsWith('\tOK') && !check.endsWith("doesn't support check")) return `CHECK TABLE finds ${table} damaged`
  }
  return null
}

const keysLookedAt = 20

/** Foreign keys whose rows refer to nothing, of the first that have one column: a sample, since each is a join. */
async function findOrphans(database: ScratchDatabase): Promise<readonly string[]> {
  const keys = await database.query(
    `SELECT CONSTRAINT_NAME, TABLE_NAME, MIN(COLUMN_NAME), MIN(REFERENCED_TABLE_NAME), MIN(REFERENCED_COLUMN_NAME)
     FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = 'rehearsal' AND REFERENCED_TABLE_NAME IS NOT NULL
     GROUP BY CONSTRAINT_NAME, TABLE_NAME HAVING COUNT(*) = 1 ORDER BY TABLE_NAME, CONSTRAINT_NAME LIMIT ${keysLookedAt}`
  )
  const found: string[] = []
  for (const [key = '', ...names] of lines(keys).map((line) => line.split('\t'))) {
    const [child, column, parent, referred] = names.map((name) => `\`${name.replaceAll('`', '``')}\``)
    // A parent that was left out of the dump is none that could be asked.
    const orphan = await database
      .query(
        `SELECT 1 FROM rehearsal.${child} c LEFT JOIN rehearsal.${parent} p ON c.${column} = p.${referred}
         WHERE c.${column} IS NOT NULL AND p.${referred} IS NULL LIMIT 1`
      )
      .catch(() => '')
    if (orphan.trim() === '1') found.push(`${key} of ${names[0] ?? ''}`)
  }
  return found
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
