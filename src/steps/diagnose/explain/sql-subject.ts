/** The table that a failed statement is about; null if the text names none. */
export function tableOf(text: string): string | null {
  const query =
    /query was: (?:ALTER TABLE|CREATE TABLE(?: IF NOT EXISTS)?|INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE TABLE|DROP TABLE(?: IF EXISTS)?) `?(?!IF\b)(\w{1,64})`?/i.exec(
      text
    )
  return query?.[1] ?? /[Tt]able '(?:\w{1,64}\.)?(\w{1,64})'/.exec(text)?.[1] ?? null
}

/** The message of a failed statement, without the statement: `SQLSTATE[…]: … (table x)`; null for other texts. */
export function sqlSubject(text: string): string | null {
  const message = /SQLSTATE\[\w{1,10}\][^\n]{1,400}/.exec(text)?.[0]
  if (message === undefined) return null
  const table = tableOf(text)
  const said = (message.split(', query was')[0] ?? '').trim().slice(0, 240)
  return table === null || said.includes(table) ? said : `${said} (table ${table})`
}

/** A foreign key as spelled in an error of the server. */
interface ForeignKey {
  readonly table: string
  readonly column: string
  readonly parent: string
  readonly parentColumn: string
}

/**
 * The foreign key that a text names in full; null if a part is missing. A temporary table is looked up in the
 * statement.
 */
export function foreignKeyOf(text: string): ForeignKey | null {
  const key = /FOREIGN KEY \(`(\w{1,64})`\) REFERENCES `(?:\w{1,64}`\.`)?(\w{1,64})` ?\(`(\w{1,64})`\)/.exec(text)
  const named = /fails \((?:`\w{1,64}`\.)?`([\w#-]{1,64})`, CONSTRAINT/.exec(text)?.[1]
  const table = named === undefined || named.startsWith('#sql') ? tableOf(text) : named
  if (key === null || table === null) return null
  const [, column = '', parent = '', parentColumn = ''] = key
  return { table, column, parent, parentColumn }
}

/** A query that lists the rows without a parent. */
export function orphanQuery({ table, column, parent, parentColumn }: ForeignKey): string {
  return `SELECT c.${column}, COUNT(*) FROM ${table} c LEFT JOIN ${parent} p ON p.${parentColumn} = c.${column} WHERE c.${column} IS NOT NULL AND p.${parentColumn} IS NULL GROUP BY c.${column};`
}
