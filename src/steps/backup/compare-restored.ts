import type { ManifestDump } from './manifest/manifest.js'
import { quoted } from '../../tools/mariadb/prepare-schema.js'
import type { ScratchServer } from '../../tools/mariadb/scratch-server.js'

/**
 * Compares the content of `schema` after the restore with the dump: tables and views, every table's rows (with those of
 * its history), CHECK TABLE. Returns the first difference in words, or null. Throws ScratchQueryError.
 */
export async function compareRestored(
  database: ScratchServer,
  schema: string,
  { tables, views, rows }: Pick<ManifestDump, 'tables' | 'views' | 'rows'>
): Promise<string | null> {
  const restored = await listTables(database, schema)
  const missing = [...tables, ...views].filter((name) => !restored.has(name))
  if (missing.length > 0) return `the restored database lacks ${missing.slice(0, 10).join(', ')}`
  const isVersioned = (table: string): boolean => restored.get(table) === 'SYSTEM VERSIONED'
  return compareTables(database, { schema, tables, rows: rows ?? {}, isVersioned })
}

/** Kinds of tables by name. */
async function listTables(database: ScratchServer, schema: string): Promise<ReadonlyMap<string, string>> {
  const listed = await database.query(
    `SELECT HEX(TABLE_NAME), TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${hex(schema)}`
  )
  return new Map(
    lines(listed).map((line) => {
      const [name = '', kind = ''] = line.split('\t')
      return [Buffer.from(name, 'hex').toString('utf8'), kind]
    })
  )
}

/** Queries all tables at once: one client for each would take longer than the tables of most shops. */
async function compareTables(
  database: ScratchServer,
  {
    schema,
    tables,
    rows,
    isVersioned
  }: {
    readonly schema: string
    readonly tables: readonly string[]
    readonly rows: Readonly<Record<string, number>>
    readonly isVersioned: (table: string) => boolean
  }
): Promise<string | null> {
  const mark = crypto.randomUUID()
  const asked = tables.map((table) => {
    const name = `${quoted(schema)}.${quoted(table)}`
    const all = isVersioned(table) ? ' FOR SYSTEM_TIME ALL' : ''
    return `SELECT '${mark}', COUNT(*) FROM ${name}${all}; CHECK TABLE ${name};`
  })
  const answers = (await database.query(asked.join('\n'))).split(`${mark}\t`).slice(1)
  for (const [index, table] of tables.entries()) {
    const [count, ...checks] = lines(answers[index] ?? '')
    if (Number(count) !== (rows[table] ?? 0))
      return `${table} has ${count ?? 'no'} restored rows, but ${rows[table] ?? 0} in the dump`
    const check = checks.at(-1) ?? ''
    // Sequences and a few engines have nothing to check.
    if (!check.endsWith('\tOK') && !check.endsWith("doesn't support check"))
      return `CHECK TABLE reports ${table} as damaged`
  }
  return null
}

const keysLookedAt = 20

/**
 * Foreign keys with rows that refer to nothing, among the first keys of one column: a sample, because each check is a
 * join.
 */
export async function findOrphans(database: ScratchServer, schema: string): Promise<readonly string[]> {
  const names = ['CONSTRAINT_NAME', 'TABLE_NAME', 'COLUMN_NAME', 'REFERENCED_TABLE_NAME', 'REFERENCED_COLUMN_NAME']
  const keys = await database.query(
    `SELECT ${names.map((name) => `HEX(MIN(${name}))`).join(', ')} FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = ${hex(schema)} AND REFERENCED_TABLE_SCHEMA = TABLE_SCHEMA
     GROUP BY CONSTRAINT_NAME, TABLE_NAME HAVING COUNT(*) = 1 ORDER BY TABLE_NAME, CONSTRAINT_NAME LIMIT ${keysLookedAt}`
  )
  const found: string[] = []
  for (const line of lines(keys)) {
    const [key = '', child = '', column = '', parent = '', referred = ''] = line
      .split('\t')
      .map((name) => Buffer.from(name, 'hex').toString('utf8'))
    // A parent that is not in the dump cannot be checked.
    const orphan = await database
      .query(
        `SELECT 1 FROM ${quoted(schema)}.${quoted(child)} c LEFT JOIN ${quoted(schema)}.${quoted(parent)} p
         ON c.${quoted(column)} = p.${quoted(referred)}
         WHERE c.${quoted(column)} IS NOT NULL AND p.${quoted(referred)} IS NULL LIMIT 1`
      )
      .catch(() => '')
    if (orphan.trim() === '1') found.push(`${key} of ${child}`)
  }
  return found
}

function hex(text: string): string {
  return `CONVERT(x'${Buffer.from(text, 'utf8').toString('hex')}' USING utf8mb4)`
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
