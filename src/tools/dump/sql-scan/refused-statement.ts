/** A statement that no dump program writes: its kind and line, never any text of the dump. */
export class RefusedStatement extends Error {
  /** Line of the dump, counted from 1; 0 until {@link atLine} sets it. */
  readonly line: number

  constructor(what: string, line = 0) {
    super(what)
    this.line = line
  }

  atLine(line: number): RefusedStatement {
    return this.line === 0 ? new RefusedStatement(this.message, line) : this
  }
}

const verbs = new Set(
  `ALTER ANALYZE BEGIN BINLOG CALL CHANGE CHECK CHECKSUM CLONE COMMIT CREATE DEALLOCATE DELETE DESCRIBE DO DROP EXECUTE EXPLAIN FLUSH
  GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LOAD LOCK OPTIMIZE PREPARE PURGE RENAME REPAIR REPLACE RESET RESTART
  REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW SHUTDOWN SIGNAL START STOP TABLE TRUNCATE UNINSTALL UNLOCK UPDATE USE
  VALUES WITH XA DATABASE SCHEMA EVENT FUNCTION PROCEDURE PACKAGE SEQUENCE SERVER TABLESPACE TEMPORARY TRIGGER USER
  ROLE VIEW PLUGIN SONAME DATA GLOBAL PERSIST PASSWORD LIBRARY`
    .split(/\s+/)
    .filter(Boolean)
)

/** The leading SQL keywords of a statement, e.g. `CREATE FUNCTION`; no data of the shop. */
export function kindOf(words: readonly string[]): string {
  const [first = '', second = ''] = words
  if (!verbs.has(first)) return 'a statement that no dump program writes'
  return verbs.has(second) ? `${first} ${second}` : first
}
