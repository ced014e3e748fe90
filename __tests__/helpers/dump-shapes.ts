/** One schema, or one way of dumping it, that a dump must not be refused for. */
export interface Shape {
  readonly name: string
  readonly sql: string
  /** Flags of mariadb-dump besides those of every shape. */
  readonly flags?: readonly string[]
  /** What becomes of the dump before it is read, e.g. what another version would have written. */
  readonly edit?: (sql: string) => string
}

const table = (name: string, columns: string, rows = ''): string =>
  `CREATE TABLE ${name} (${columns}) ENGINE=InnoDB;${rows === '' ? '' : `INSERT INTO ${name} ${rows};`}`

const charsets = [
  'utf8mb4',
  'utf8mb3',
  'latin1',
  'latin2',
  'cp1252',
  'cp1251',
  'koi8r',
  'sjis',
  'big5',
  'gbk',
  'ucs2',
  'utf16',
  'binary'
]
const knownCharsets = charsets.filter((name) => name !== 'cp1252')

const types: readonly (readonly [string, string, string])[] = [
  [
    'integers',
    'a TINYINT, b BIGINT UNSIGNED, c BIT(9)',
    "VALUES (-1, 18446744073709551615, b'101010101'), (NULL, 0, NULL)"
  ],
  ['decimals', 'a DECIMAL(20,4), b DOUBLE, c FLOAT', 'VALUES (-12345.6789, 1e300, -1.5e-30)'],
  [
    'dates',
    'a DATE, b DATETIME(6), c TIMESTAMP NULL, d TIME, e YEAR',
    "VALUES ('2026-01-01', '2026-01-01 01:02:03.456789', NULL, '-12:00:00', 2026)"
  ],
  ['blobs', 'a LONGBLOB, b VARBINARY(300)', "VALUES (x'00270A5C3B29', x'0D0A1A00'), (REPEAT(CHAR(0), 5000), '')"],
  ['texts', 'a LONGTEXT', "VALUES ('a\\nb\\r\\n-- Dump completed\\n'), (''');('), ('\\\\'), (';'), ('/* */'), (NULL)"],
  ['json', 'a JSON', `VALUES ('{"a": [1, "x;y", {"b": "\\\\""}]}')`],
  ['enums and sets', "a ENUM('x','y;z',''''), b SET('p','q')", "VALUES ('y;z', 'p,q'), ('''', '')"],
  ['geometry', 'a POINT, b GEOMETRY', "VALUES (POINT(1,2), ST_GeomFromText('LINESTRING(0 0,1 1)'))"],
  ['uuid and inet', 'a BINARY(16), b VARCHAR(45)', "VALUES (UNHEX(REPEAT('0F', 16)), '::1')"],
  ['emoji', 'a VARCHAR(50)', "VALUES ('Grüße 🛒 – 日本語')"]
]

const names: readonly (readonly [string, string])[] = [
  ['a name with a space', '`a name`'],
  ['a name with a backtick', '`a``b`'],
  ['a name with a semicolon', '`a;b`'],
  ['a name with umlauts', '`größe`'],
  ['a name that is a keyword', '`select`'],
  ['a name with parentheses', '`a(b)`'],
  ['a name with a quote', "`a'b`"],
  ['a long name', `\`${'n'.repeat(64)}\``],
  ['a name of two lines', '`a\nCREATE TABLE b`'],
  ['a name with a backslash', '`a\\nb`']
]

const tables: readonly Shape[] = [
  ...knownCharsets.map((charset) => ({
    name: `the character set ${charset}`,
    sql: `CREATE TABLE t (a VARCHAR(50)) ENGINE=InnoDB CHARACTER SET ${charset}; INSERT INTO t VALUES ('abc'), (''), (NULL);`
  })),
  ...types.map(([name, columns, rows]) => ({ name, sql: table('t', columns, rows) })),
  ...names.map(([name, quoted]) => ({ name, sql: table(quoted, 'a INT', 'VALUES (1), (2)') })),
  { name: 'an empty table', sql: table('t', 'a INT') },
  {
    name: 'only views beside one table',
    sql: `${table('t', 'a INT', 'VALUES (1)')} CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;`
  },
  {
    name: 'generated columns',
    sql: table('t', 'a INT, b INT AS (a + 1) VIRTUAL, c INT AS (a * 2) STORED', '(a) VALUES (1), (2), (3)')
  },
  {
    name: 'generated columns with odd names',
    sql: table(
      't',
      "`a``b, (c\n) 'x` INT, `select` INT AS (`a``b, (c\n) 'x` + 1) VIRTUAL, `b;` INT AS (`select` * 2) STORED, `into` INT",
      "(`a``b, (c\n) 'x`, `into`) VALUES (1, 1), (2, 2)"
    )
  },
  {
    name: 'generated columns whose rows name their columns, as of MySQL',
    sql: table('t', '`a``b, (c\n)` INT, `d(e)` INT AS (`a``b, (c\n)` + 1) STORED', '(`a``b, (c\n)`) VALUES (1), (2)'),
    edit: (sql) => sql.replace(/(INSERT INTO `t`) VALUES\s*\(1,2\),\s*\(2,3\)/, '$1 (`a``b, (c\n)`) VALUES (1),(2)')
  },
  {
    name: 'a row that is too large for the strict mode of InnoDB',
    sql: `SET SESSION innodb_strict_mode = OFF; CREATE TABLE t (${Array.from({ length: 200 }, (_, at) => `c${at} VARCHAR(40) NOT NULL DEFAULT ''`).join(', ')}) ENGINE=InnoDB CHARACTER SET utf8mb4 ROW_FORMAT=REDUNDANT; INSERT INTO t (c1) VALUES ('x');`
  },
  {
    name: 'a foreign key to another database',
    sql: 'CREATE TABLE t (id INT, FOREIGN KEY (id) REFERENCES other.p (id)) ENGINE=InnoDB; INSERT INTO other.p VALUES (1) ON DUPLICATE KEY UPDATE id = 1; INSERT INTO t VALUES (1);'
  },
  {
    name: 'views of another database, under an alias and through each other',
    sql: 'CREATE VIEW v AS SELECT p.id FROM other.p; CREATE VIEW w AS SELECT x.id FROM (other.p x JOIN v ON v.id = x.id); CREATE VIEW u AS SELECT COUNT(*) AS c FROM other.p;'
  },
  {
    name: 'partitions',
    sql: `CREATE TABLE t (a INT) ENGINE=InnoDB PARTITION BY HASH (a) PARTITIONS 4; INSERT INTO t VALUES (1), (2), (3);`
  },
  {
    name: 'foreign keys',
    sql: `${table('p', 'id INT PRIMARY KEY', 'VALUES (1)')} ${table('c', 'id INT, FOREIGN KEY (id) REFERENCES p (id)', 'VALUES (1)')}`
  },
  { name: 'a full-text index', sql: table('t', 'a TEXT, FULLTEXT (a)', "VALUES ('some words')") },
  {
    name: 'default expressions and checks',
    sql: table('t', "a INT DEFAULT (1 + 1) CHECK (a > 0), b VARCHAR(9) DEFAULT ';)'", '(b) VALUES (DEFAULT)')
  },
  { name: 'comments that look like the end', sql: table('t', "a INT COMMENT '-- Dump completed'", 'VALUES (1)') },
  {
    name: 'many columns',
    sql: table(
      't',
      Array.from({ length: 600 }, (_, index) => `column_with_a_long_name_${index} TINYINT`).join(', '),
      '(column_with_a_long_name_7) VALUES (1), (2)'
    )
  },
  {
    name: 'many rows',
    sql: table('t', 'a INT, b VARCHAR(20)', "SELECT seq, CONCAT('(', seq, '),(') FROM seq_1_to_50000")
  },
  { name: 'a row of 32 MB', sql: table('t', 'a LONGTEXT', "VALUES (REPEAT('(x),;''', 4800000)), ('small')") }
]

const program = 'CREATE TABLE t (a INT) ENGINE=InnoDB;'
const programs: readonly Shape[] = [
  {
    name: 'a trigger',
    sql: `${program} CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = COALESCE(NEW.a, 0);`
  },
  {
    name: 'two triggers of one event',
    sql: `${program} CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a = 1; CREATE TRIGGER y BEFORE INSERT ON t FOR EACH ROW FOLLOWS x SET @b = 2;`
  },
  {
    name: 'a trigger with comments, which a client takes for more than they are',
    sql: `${program} CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW /* one; */ SET @a = 1;`
  },
  {
    name: 'programs made under another collation of the database',
    sql: `${program} CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a = 1; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1; ALTER DATABASE shape CHARACTER SET latin1;`
  },
  { name: 'a sequence', sql: 'CREATE SEQUENCE s START WITH 5; DO NEXT VALUE FOR s;' },
  {
    name: 'sequences that count down, stop and go round, and a column that takes its default from one',
    sql: 'CREATE SEQUENCE s INCREMENT BY -2 START WITH -5 MINVALUE -9 MAXVALUE -1 NOCACHE CYCLE; DO NEXT VALUE FOR s; CREATE SEQUENCE `q``;` MAXVALUE 7; CREATE TABLE t (id INT DEFAULT (NEXT VALUE FOR s), b INT) ENGINE=InnoDB; INSERT INTO t (b) VALUES (1), (2);'
  },
  {
    name: 'a view whose definer is gone, which names the database',
    sql: `${program} CREATE USER gone@localhost; GRANT ALL ON shape.* TO gone@localhost; CREATE DEFINER = gone@localhost VIEW v AS SELECT a FROM t; CREATE DEFINER = gone@localhost VIEW w AS SELECT x.a FROM t x JOIN v ON v.a = x.a; DROP USER gone@localhost;`
  },
  {
    name: 'system versioning with its history',
    sql: 'CREATE TABLE t (a INT) ENGINE=InnoDB WITH SYSTEM VERSIONING; INSERT INTO t VALUES (1); UPDATE t SET a = 2; CREATE TABLE u (a INT, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE, e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) ENGINE=InnoDB WITH SYSTEM VERSIONING; INSERT INTO u (a) VALUES (1), (2); DELETE FROM u;',
    flags: ['--dump-history']
  },
  {
    name: 'system versioning',
    sql: 'CREATE TABLE t (a INT) ENGINE=InnoDB WITH SYSTEM VERSIONING; INSERT INTO t VALUES (1); UPDATE t SET a = 2;'
  },
  {
    name: 'a view that uses a function',
    sql: `${program} CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x + 1; CREATE VIEW v AS SELECT f(a) AS b FROM t;`
  },
  { name: 'a procedure', sql: `${program} CREATE PROCEDURE p(IN x INT) INSERT INTO t VALUES (x);` },
  { name: 'a function', sql: `${program} CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x + 1;` },
  { name: 'an event', sql: `${program} CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO INSERT INTO t VALUES (1);` }
]

const flagged: readonly Shape[] = [
  ['--skip-extended-insert'],
  ['--complete-insert'],
  ['--no-autocommit'],
  ['--order-by-primary'],
  ['--skip-add-locks'],
  ['--skip-tz-utc'],
  ['--net-buffer-length=4096']
].map((flags) => ({
  name: `dumped with ${flags.join(' ')}`,
  sql: table('t', 'a INT, b VARCHAR(50)', "SELECT seq, REPEAT('y', 40) FROM seq_1_to_3000"),
  flags
}))

const gtid = `SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN;
SET @@SESSION.SQL_LOG_BIN= 0;

--
-- GTID state at the beginning of the backup 
--

SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '95824868-e9a2-11f1-a24b-02fc00000001:1-5,
a5824868-e9a2-11f1-a24b-02fc00000001:1-9';

`
const sandboxLine = '/*M!999999\\- enable the sandbox mode */ \n'
const edited: readonly Shape[] = [
  {
    name: 'the sandbox mode of MariaDB 11',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) => sandboxLine + sql.replace(sandboxLine, '')
  },
  {
    name: 'the sandbox mode of May 2024',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) => `/*!999999\\- enable the sandbox mode */ \n${sql.replace(sandboxLine, '')}`
  },
  {
    name: 'no sandbox mode, as of MariaDB 10.3',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) => sql.replace(sandboxLine, '')
  },
  {
    name: 'rows on lines of their own, as of MariaDB 11',
    sql: table('t', 'a INT, b TEXT', "VALUES (1, 'a'), (2, 'b'), (3, ';')"),
    edit: (sql) => sql.replace(/VALUES \(/g, 'VALUES\n(').replaceAll('),(', '),\n(')
  },
  {
    name: 'the head of mysqldump 8 on a server with GTIDs',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) =>
      sql
        .replace(sandboxLine, '')
        .replace(/^-- MariaDB dump .*/m, '-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)')
        .replace('/*!40101 SET NAMES', '/*!50503 SET NAMES')
        .replaceAll('/*!40101 SET character_set_client = utf8mb4', '/*!50503 SET character_set_client = utf8mb4')
        .replace('DROP TABLE', `${gtid}DROP TABLE`)
  },
  {
    name: 'histograms of mysqldump 8',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) =>
      sql.replace(
        'UNLOCK TABLES;',
        'UNLOCK TABLES;\n/*!80002 ANALYZE TABLE `t` UPDATE HISTOGRAM ON `a` WITH 4 BUCKETS */;'
      )
  },
  {
    name: 'no note verbosity, as of MariaDB 11.8',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) =>
      sql
        .replace(/^.*@OLD_SQL_NOTES=.*$/m, '/*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;')
        .replace(/^.*SET SQL_NOTES=@OLD.*$/m, '/*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;')
  },
  {
    name: 'definers that ece-tools took out',
    sql: `${table('t', 'a INT', 'VALUES (1)')} CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a = 1;`,
    edit: (sql) => sql.replace(/DEFINER[ ]*=[ ]*[^*]*\*/g, '*')
  },
  {
    name: 'no date behind the end',
    sql: table('t', 'a INT', 'VALUES (1)'),
    edit: (sql) => sql.replace(/-- Dump completed on .*/, '-- Dump completed')
  }
]

/** More than fifty of them. */
export const shapes: readonly Shape[] = [...tables, ...programs, ...flagged, ...edited]
