import type { QualifiedTable } from '../dump/sql-scan/qualified-tables.js'
import type { ScratchClient } from './scratch-client.js'
import { settingStatements, type ServerSettings } from './server-settings.js'

/** The database that a scratch database imitates. */
export interface ScratchLike {
  /** Name of the schema to load into. */
  readonly schema: string
  /** Tables that the loaded SQL names with their schema. */
  readonly outside: readonly QualifiedTable[]
  readonly settings: ServerSettings
}

/** The user that everything is loaded as. */
export const scratchUser = 'rehearsal'

type Root = Pick<ScratchClient, 'query'>

// What loading and comparing a dump needs, on one schema. A view that uses a function cannot be made without EXECUTE.
// No view is ever queried here, and a function cannot do more than this user may.
const rights =
  'SELECT, INSERT, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER, EVENT, CREATE ROUTINE, ALTER ROUTINE, EXECUTE'
const systemSchemas = new Set(['', 'mysql', 'information_schema', 'performance_schema', 'sys'])

/** A name that a schema of a scratch database may have: the shop's, unless that is invalid or a system schema. */
export function scratchName(name: string | null): string {
  return name === null || isSystem(name) ? 'rehearsal' : name
}

/**
 * Makes the schema, stand-ins for the tables of other schemas, and the one user; sets the shop's settings; removes all
 * other users. Returns the names of the settings that this server does not accept.
 */
export async function prepareSchema(root: Root, like: ScratchLike): Promise<readonly string[]> {
  await makeSchema(root, like)
  await root.query(
    `CREATE USER ${scratchUser}@localhost; GRANT ${rights} ON ${pattern(like.schema)}.* TO ${scratchUser}@localhost`
  )
  const outside = like.outside.filter(({ schema }) => schema !== like.schema && !isSystem(schema))
  for (const schema of new Set(outside.map((table) => table.schema)))
    await standIn(root, schema, outside).catch(() => undefined)
  const refused: string[] = []
  for (const [name, statement] of settingStatements(like.settings))
    await root.query(statement).catch(() => refused.push(name))
  const others = await root.query(
    "SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.user WHERE User = 'root' ORDER BY Host = 'localhost'"
  )
  await root.query(`DROP USER ${others.trim().split('\n').join(', ')}`)
  return refused
}

async function makeSchema(root: Root, { schema, settings }: ScratchLike): Promise<void> {
  const { character_set_database: charset, collation_database: collation } = settings
  const make = `CREATE DATABASE ${quoted(schema)} CHARACTER SET`
  const usual = (): Promise<string> => root.query(`${make} utf8mb4`)
  if (charset === undefined || collation === undefined) await usual()
  else await root.query(`${make} '${charset}' COLLATE '${collation}'`).catch(usual)
}

/** Views in place of tables: foreign keys ignore them, and views may read them. */
async function standIn(root: Root, schema: string, outside: readonly QualifiedTable[]): Promise<void> {
  await root.query(
    `CREATE DATABASE ${quoted(schema)}; GRANT SELECT, REFERENCES ON ${pattern(schema)}.* TO ${scratchUser}@localhost`
  )
  const views = outside.flatMap(({ schema: other, name, columns }) => {
    if (other !== schema || columns === null) return []
    const list = columns.length === 0 ? '1' : columns.map((column) => `1 AS ${quoted(column)}`).join(', ')
    return [`CREATE SQL SECURITY INVOKER VIEW ${quoted(schema)}.${quoted(name)} AS SELECT ${list};`]
  })
  if (views.length > 0) await root.query(views.join('\n'))
}

function isSystem(name: string): boolean {
  return systemSchemas.has(name.toLowerCase())
}

/** A name between backticks. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

/** The same for GRANT, where a name is a pattern. */
function pattern(name: string): string {
  return quoted(name.replaceAll(/[\\%_]/g, '\\$&'))
}
