/** Statements that reach out of a database, past the scan of a dump; `folder` holds `canary` and the folder `open`. */
export function serverAttacks(folder: string): readonly (readonly [string, string])[] {
  const made = `${folder}/open/x`
  const canary = `${folder}/canary`
  return [
    ['SELECT … INTO DUMPFILE', `SELECT 'x' INTO DUMPFILE '${made}';\n`],
    ['SELECT … INTO OUTFILE', `SELECT 'x' INTO OUTFILE '${made}';\n`],
    ['LOAD DATA LOCAL', `CREATE TABLE a (t text); LOAD DATA LOCAL INFILE '${canary}' INTO TABLE a;\n`],
    ['LOAD DATA', `CREATE TABLE a (t text); LOAD DATA INFILE '${canary}' INTO TABLE a;\n`],
    ['the general log', `SET GLOBAL general_log_file = '${made}'; SET GLOBAL general_log = 1;\n`],
    ['SET GLOBAL local_infile', 'SET GLOBAL local_infile = 1;\n'],
    ['a plugin', "INSTALL SONAME 'auth_socket';\n"],
    ['a function of a library', "CREATE FUNCTION f RETURNS STRING SONAME 'x.so';\n"],
    ['a server elsewhere', "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST '127.0.0.1');\n"],
    ['another schema', 'CREATE DATABASE other;\n'],
    ['the accounts', 'SELECT * FROM mysql.user;\n'],
    ['a new account', 'CREATE USER x@localhost;\n'],
    ['more rights', 'GRANT FILE ON *.* TO rehearsal@localhost;\n'],
    ['the event scheduler', 'SET GLOBAL event_scheduler = 1;\n'],
    ['a routine', `CREATE PROCEDURE p() SELECT 'x' INTO OUTFILE '${made}'; CALL p();\n`],
    [
      'a trigger of somebody else',
      'CREATE TABLE a (t int); CREATE DEFINER=root@localhost TRIGGER x BEFORE INSERT ON a FOR EACH ROW SET @a = 1;\n'
    ]
  ]
}
