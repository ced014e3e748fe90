import { deployAgain, firstMatch, type FailureRule } from './failure-rule.js'
import { foreignKeyOf, orphanQuery, sqlSubject, tableOf } from './sql-subject.js'

const running = ['deploy', 'post-deploy', 'site'] as const

/** Errors of the database itself. */
export const databaseRules: readonly FailureRule[] = [
  {
    id: 'database-gone',
    phase: 'deploy',
    within: running,
    title: 'The database connection was lost during the work',
    trace:
      /(?:General error: |\[)(?:2006|2013)\b|MySQL server has gone away|Lost connection to (?:MySQL|MariaDB|server)/i,
    subject: tableOf,
    meaning:
      'The server stopped or closed the connection, usually because its disk is full, sometimes because of its memory or a statement over max_allowed_packet.',
    next: (context) =>
      `First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Then check its memory, and the statement that the lines show. ${deployAgain(context)}`
  },
  {
    id: 'too-many-connections',
    phase: 'deploy',
    within: running,
    title: 'The database has no connection left',
    trace: /Too many connections|\[1040\]|max_user_connections|General error: 1203\b/i,
    meaning: 'Cron jobs, consumers, the shop and the deployment together use all connections that the server allows.',
    next: (context) =>
      `On the server: vendor/bin/ece-tools cron:kill; magento-cloud sql "SHOW FULL PROCESSLIST" shows who uses them; run fewer consumers and cron jobs at the same time, or get a bigger database. ${deployAgain(context)}`
  },
  {
    id: 'database-unreachable',
    phase: 'deploy',
    within: running,
    title: 'The database cannot be reached',
    trace: /SQLSTATE\[HY000\] \[(?:2002|2003|2005|1044|1045|1049)\]|(?:CRITICAL|ERROR): \[(?:2002|2003|1045)\]/i,
    subject: sqlSubject,
    meaning: 'The application could not connect to its database, or was refused by it.',
    next: (context) =>
      `Check that the service runs, that its disk is not full, and that the relationship is named database: magento-cloud relationships, magento-cloud db:size. ${deployAgain(context)}`
  },
  {
    id: 'foreign-key',
    phase: 'deploy',
    title: ({ text }) => {
      const key = foreignKeyOf(text)
      return key === null
        ? 'A foreign key cannot be made: rows refer to missing rows'
        : `A foreign key cannot be made: rows of ${key.table} refer to missing rows of ${key.parent}`
    },
    trace: /(?:violation|error): (?:1452|1216)\b|a foreign key constraint fails/i,
    meaning: 'The new version needs a foreign key that the data violates.',
    next: (context) => {
      const key = foreignKeyOf(context.text)
      const find = key === null ? 'find the rows without a parent' : `magento-cloud sql, and: ${orphanQuery(key)}`
      return `List them: ${find} After a backup, delete or correct those rows. ${deployAgain(context)}`
    }
  },
  {
    id: 'foreign-key-columns',
    phase: 'deploy',
    title: ({ text }) => {
      const key = foreignKeyOf(text)
      const which = key === null ? '' : `: ${key.table}.${key.column} and ${key.parent}.${key.parentColumn}`
      return `A foreign key cannot be made: its two columns do not fit each other${which}`
    },
    trace:
      /errno: 150\b|Foreign key constraint is incorrectly formed|(?:violation|error): (?:1215|1822|1825|1826|3780)\b|Missing index for constraint|Cannot add foreign key constraint/i,
    meaning:
      'They differ in type, sign, length or character set, or the other table has no index (or another engine) there, usually because an extension or a person changed a table.',
    next: (context) => {
      const key = foreignKeyOf(context.text)
      const tables = key === null ? 'both tables' : `${key.table} and ${key.parent}`
      return `magento-cloud sql, and SHOW CREATE TABLE of ${tables}: after a backup, change column, index and engine to match db_schema.xml. ${deployAgain(context)}`
    }
  },
  {
    id: 'row-size',
    phase: 'deploy',
    title: 'A row of a table is too large',
    trace:
      /(?:error|violation): (?:1118|1709|1071)\b|Row size too large|Index column size too large|Specified key was too long/i,
    subject: tableOf,
    meaning:
      'The table has too many or too wide columns for its row format: usually COMPACT from an older server, or attributes in a flat table.',
    next: (context) => {
      const table = tableOf(context.text)
      return `magento-cloud sql, and after a backup: ALTER TABLE ${table ?? 'the table that the lines name'} ROW_FORMAT=DYNAMIC; otherwise change some of its columns to text. ${deployAgain(context)}`
    }
  },
  {
    id: 'cron-stuck',
    phase: 'deploy',
    title: 'A cron job does not end',
    trace: /cron:run has been running for \d{1,6} minutes|Error happening during kill cron/i,
    meaning: 'A job that runs for hours keeps its locks, and the deployment waits for them.',
    next: (context) =>
      `On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock. ${deployAgain(context)}`
  },
  {
    id: 'database-locked',
    phase: 'deploy',
    title: 'The database was locked by something else',
    trace:
      /Lock wait timeout exceeded|Deadlock found when trying to get lock|Could not acquire lock|Waiting for table metadata lock/i,
    subject: tableOf,
    meaning: 'A cron job, a consumer, a long query or an older run held a lock that the upgrade needed.',
    next: (context) =>
      `On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; magento-cloud sql "SHOW FULL PROCESSLIST" shows long-running queries. ${deployAgain(context)}`
  },
  {
    id: 'database-ahead',
    listsModules: true,
    phase: 'deploy',
    title: 'The database is newer than the code',
    trace: /Please update your modules|code version - \S{1,40}, database version - /i,
    meaning: 'The code went back to an older version, but its database did not.',
    next: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
  },
  {
    id: 'database-behind',
    listsModules: true,
    phase: 'site',
    always: true,
    title: 'The database is older than the code',
    trace: /Please upgrade your database/i,
    meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
    next: 'If a deployment failed, fix its cause first. Then magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
  }
]

/** The class of a data or schema patch in a text; null if there is none. */
export const patchClass = firstMatch(/Unable to apply (?:data |schema )?patch ([\w\\]{3,200})/)
