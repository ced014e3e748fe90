import { deployAgain, firstMatch, type FailureRule } from './failure-rule.js'
import { tableOf } from './sql-subject.js'

/** Problems in the data, or in database objects other than tables, that stop a statement of the upgrade. */
export const dataRules: readonly FailureRule[] = [
  {
    id: 'trigger-outdated',
    phase: 'deploy',
    title: 'A trigger of an index is from before the upgrade',
    trace: /Unknown column '[\w.]{1,64}' in '(?:NEW|OLD)'/i,
    subject: firstMatch(/TRIGGER (?:IF (?:NOT )?EXISTS )?`?(\w{1,64})/i),
    meaning:
      'Indexes that update on schedule have triggers on their tables; this one names a column that the table does not have (yet). A second run usually succeeds.',
    next: (context) =>
      `${again(context)} If it fails again: on the server php bin/magento indexer:set-mode realtime, deploy, then php bin/magento indexer:set-mode schedule.`
  },
  {
    id: 'duplicate-rows',
    phase: 'deploy',
    title: 'Duplicate rows violate a unique key',
    trace: /Duplicate entry '[^\n]{0,300}' for key/i,
    subject: firstMatch(/for key '([\w.]{1,130})'/),
    meaning: 'The new version, or one of its patches, needs a unique key or writes a row that already exists.',
    next: (context) =>
      `${listTwice(context.text)} After a backup, delete or correct one row of each pair. ${deployAgain(context)}`
  },
  {
    id: 'data-does-not-fit',
    phase: 'deploy',
    title: 'Values of a column do not fit its new type',
    trace:
      /\b(?:1292 (?:Incorrect|Truncated)|1265 Data truncated|1366 Incorrect|1406 Data too long|1264 Out of range|1138 Invalid use of NULL|1067 Invalid default|1048 Column)\b/i,
    subject: (text) => {
      const column = /[Cc]olumn '([\w.]{1,130})'|default value for '(\w{1,64})'/.exec(text)
      const [name, table] = [column?.[1] ?? column?.[2], tableOf(text)]
      return name === undefined ? table : table === null ? name : `${table}.${name}`
    },
    meaning:
      'The schema of the new version changes the column, and the server refuses to truncate or convert its values.',
    next: (context) =>
      `Check its values with magento-cloud sql (SELECT … GROUP BY that column); after a backup, correct those that do not fit. A wrong default value comes from the extension's db_schema.xml. ${deployAgain(context)}`
  },
  {
    id: 'database-rights',
    phase: 'deploy',
    title: ({ text }) =>
      definer.test(text)
        ? 'A view, trigger or routine belongs to a database user that does not exist'
        : 'The user of the database lacks a privilege',
    trace:
      /General error: (?:1419|1227|1449)\b|\b114[234] \w{3,12} command denied|need \(at least one of\) the [\w ,]{1,80} privilege|user specified as a definer/i,
    subject: (text) =>
      definer.test(text) ? null : firstMatch(/the (\w{2,40}) privilege|(\w{3,12}) command denied/i)(text),
    meaning:
      'Usually the database came from another server: its objects name users of that server, or need more privileges than a shop has.',
    next: (context) =>
      `Find the object: magento-cloud sql "SELECT TRIGGER_NAME, DEFINER FROM information_schema.TRIGGERS", the same for VIEWS and ROUTINES. php bin/magento indexer:set-mode realtime and back to schedule recreates the triggers of indexes; import others without DEFINER; for a missing privilege on Pro, open a ticket. ${deployAgain(context)}`
  },
  {
    id: 'view-broken',
    phase: 'deploy',
    title: 'A view of the database refers to something that no longer exists',
    trace: /General error: 1356\b|View '[\w.]{1,130}' references invalid/i,
    subject: firstMatch(/View '([\w.]{1,130})'/),
    meaning: 'Its table, column or definer no longer exists.',
    next: (context) =>
      `magento-cloud sql, and SHOW CREATE VIEW of it: create it again with the user of this database (a reindex recreates those of inventory), or drop it. ${deployAgain(context)}`
  },
  {
    id: 'table-crashed',
    phase: 'deploy',
    title: 'A table is damaged',
    trace: /is marked as crashed|General error: (?:144|145|1194|1195)\b|Incorrect key file for table/i,
    subject: firstMatch(/[Tt]able '(?:\.\/)?([\w./-]{1,130})'/),
    meaning: 'Tables that are not InnoDB break if their server is killed or its disk is full.',
    next: (context) =>
      `magento-cloud sql, and REPAIR TABLE of it; then ALTER TABLE … ENGINE=InnoDB, so that it does not happen again. Check the disk as well: magento-cloud db:size. ${deployAgain(context)}`
  },
  {
    id: 'packet-too-large',
    phase: 'deploy',
    title: 'A statement is larger than the server accepts (max_allowed_packet)',
    trace: /Got a packet bigger than|\b1153\b[^\n]{0,40}packet|Packet for query is too large/i,
    subject: tableOf,
    meaning: 'One row or one statement exceeds the limit of the database server.',
    next: (context) =>
      `Raise it: configuration: properties: max_allowed_packet of mysql in .magento/services.yaml (Pro staging and production: a ticket); or find the row that is so large. ${deployAgain(context)}`
  }
]

const definer = /\b1449\b|user specified as a definer/i

function again(context: Parameters<typeof deployAgain>[0]): string {
  return deployAgain(context).replace(/^Then (\w)/, (_, first: string) => first.toUpperCase())
}

function listTwice(text: string): string {
  const [, columns = ''] = /UNIQUE (?:KEY|INDEX)?[^(\n]{0,80}\((`\w{1,64}`(?:, ?`\w{1,64}`){0,8})\)/i.exec(text) ?? []
  const table = tableOf(text)
  if (columns === '' || table === null) return 'List them with magento-cloud sql: the lines name the key and the table.'
  const list = columns.replaceAll('`', '')
  return `List them with magento-cloud sql: SELECT ${list}, COUNT(*) FROM ${table} GROUP BY ${list} HAVING COUNT(*) > 1;`
}
