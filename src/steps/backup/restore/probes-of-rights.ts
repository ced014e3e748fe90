import type { ManifestDump } from '../manifest/manifest.js'
import { probeName as probe } from '../../../tools/dump/restore-marker.js'
import type { LookedDatabase } from './look-at-database.js'

/** One statement to try, and what it tests. */
export interface Probe {
  readonly what: string
  readonly sql: string
}

/** Statements that need every right that this dump's load needs, and leave nothing behind. */
export function probesOfRights(dump: ManifestDump, looked: LookedDatabase): readonly Probe[] {
  const has = (kind: string): boolean =>
    [...dump.programs, ...looked.programs].some((name) => name.startsWith(`${kind} `))
  return [
    ['DROP of a table', `DROP TABLE IF EXISTS ${probe}_child, ${probe}`],
    ['CREATE of a table', `CREATE TABLE ${probe} (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB`],
    ['ALTER of a table', `ALTER TABLE ${probe} DISABLE KEYS`],
    ['LOCK of a table', `LOCK TABLES ${probe} WRITE`],
    ['INSERT into a table', `INSERT INTO ${probe} VALUES (1)`],
    ['SELECT from a table', `SELECT id FROM ${probe}`],
    ['UNLOCK of tables', 'UNLOCK TABLES'],
    [
      'a foreign key',
      `CREATE TABLE ${probe}_child (id INT, KEY (id), FOREIGN KEY (id) REFERENCES ${probe} (id)) ENGINE=InnoDB`
    ],
    ...collationProbe(dump, looked),
    ...(dump.views.length > 0 ? probesOfViews : []),
    ...(has('trigger') ? probesOfTriggers : []),
    ...(has('procedure') ? probesOfProcedures : []),
    ...(has('function') ? probesOfFunctions : []),
    ...(has('event') ? probesOfEvents : []),
    ['DROP of a table', `DROP TABLE IF EXISTS ${probe}_child, ${probe}`]
  ].map(([what = '', sql = '']) => ({ what, sql }))
}

type Pairs = readonly (readonly [string, string])[]

const probesOfViews: Pairs = [
  ['a view', `CREATE OR REPLACE VIEW ${probe}_view AS SELECT id FROM ${probe}`],
  ['SHOW of a view', `SHOW CREATE VIEW ${probe}_view`],
  ['DROP of a view', `DROP VIEW IF EXISTS ${probe}_view`]
]
const probesOfTriggers: Pairs = [
  ['a trigger', `CREATE TRIGGER ${probe} BEFORE INSERT ON ${probe} FOR EACH ROW SET NEW.id = NEW.id`]
]
const probesOfProcedures: Pairs = [
  ['DROP of a procedure', `DROP PROCEDURE IF EXISTS ${probe}`],
  ['a procedure', `CREATE PROCEDURE ${probe}() DO 1`],
  ['DROP of a procedure', `DROP PROCEDURE IF EXISTS ${probe}`]
]
const probesOfFunctions: Pairs = [
  ['DROP of a function', `DROP FUNCTION IF EXISTS ${probe}`],
  ['a function', `CREATE FUNCTION ${probe}() RETURNS INT DETERMINISTIC NO SQL RETURN 1`],
  ['DROP of a function', `DROP FUNCTION IF EXISTS ${probe}`]
]
const probesOfEvents: Pairs = [
  ['DROP of an event', `DROP EVENT IF EXISTS ${probe}`],
  ['an event', `CREATE EVENT ${probe} ON SCHEDULE EVERY 1 YEAR DISABLE DO DO 1`],
  ['DROP of an event', `DROP EVENT IF EXISTS ${probe}`]
]

/** A new collation of the database, if it differs: sets the present one again and tries the new one on a table. */
function collationProbe({ collation }: ManifestDump, looked: LookedDatabase): Pairs {
  if (collation === undefined || looked.collation === null || collation === looked.collation) return []
  return [
    ['ALTER of the database', `ALTER DATABASE COLLATE ${looked.collation}`],
    ['the collation of the database', `ALTER TABLE ${probe} COLLATE ${collation}`]
  ]
}
