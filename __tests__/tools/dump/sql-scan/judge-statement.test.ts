import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { createSqlScan, type SqlFacts } from '../../../../src/tools/dump/sql-scan.js'
import { attacks, programAttacks } from '../../../helpers/refused-statements.js'
import { timesForTenfold } from '../../../helpers/processor-time.js'

function scan(text: string, size = text.length): SqlFacts & { readonly loaded: string } {
  const loaded: Buffer[] = []
  const reader = createSqlScan((piece) => void loaded.push(Buffer.from(piece)))
  const bytes = Buffer.from(text, 'latin1')
  for (let at = 0; at < bytes.length; at += Math.max(size, 1)) reader.add(bytes.subarray(at, at + Math.max(size, 1)))
  return { ...reader.end(), loaded: Buffer.concat(loaded).toString('latin1') }
}

const before = '/*!40101 SET NAMES utf8mb4 */;\nCREATE TABLE `store` (a int);\n'
const after = '\nUNLOCK TABLES;\n-- Dump completed on 2026-01-01  1:00:00\n'

test.each(attacks)('%j is refused, in whatever pieces it comes', (attack, kind) => {
  for (const size of [10_000, 1, 7]) {
    const { refused, loaded } = scan(before + attack + after, size)
    expect(refused).toMatch(new RegExp(`^line \\d+: .*${kind}`))
    expect(loaded).not.toMatch(/passwd|OUTFILE|DUMPFILE|SONAME|SLEEP|mysql/)
  }
})

test.each(programAttacks)('%j is refused', (attack) => {
  expect(scan(`${before}DELIMITER ;;\n${attack} ;;\nDELIMITER ;${after}`).refused).toMatch(/^line 4: /)
})

test.each([
  'CREATE PROCEDURE p() BEGIN END',
  'CREATE PROCEDURE p() x: BEGIN IF a THEN SELECT 1; ELSEIF b THEN BEGIN END; ELSE SELECT 2; END IF; END x',
  "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; SET @x = CASE WHEN 1 THEN 'a' ELSE 'b' END; END",
  "CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND, SQLSTATE VALUE '02000' BEGIN SET @a = 1; END; `l`: LOOP LEAVE `l`; END LOOP `l`; END",
  'CREATE PROCEDURE p() BEGIN REPEAT SET @a = @a + 1; UNTIL @a > 5 END REPEAT; WHILE @a > 0 DO SET @a = @a - 1; END WHILE; END',
  "CREATE PROCEDURE p() BEGIN FOR r IN (SELECT 1 AS a) DO SELECT IF(r.a, REPEAT('x', 2), 'y'); END FOR; END",
  "CREATE TRIGGER t BEFORE INSERT ON `store` FOR EACH ROW BEGIN /* it's; */ SET NEW.a = 'x;'; -- don't; \n# and '\nSET @b = NEW.end; END",
  "CREATE FUNCTION f(x INT, y VARCHAR(5)) RETURNS varchar(20) CHARSET utf8mb4 COLLATE utf8mb4_bin DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'c' RETURN (SELECT CASE x WHEN 1 THEN 2 END)",
  "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01 00:00:00' ON COMPLETION NOT PRESERVE DISABLE COMMENT 'x' DO BEGIN SET @a = 1; SET @b = 2; END"
])('%s is a program', (program) => {
  expect(scan(`${before}DELIMITER ;;\n${program} ;;\nDELIMITER ;${after}`).refused).toBeNull()
})

test('rows may not go into a table behind its trigger, which would run', () => {
  const trigger = (on: string): string =>
    `DELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON ${on} FOR EACH ROW SET @a = 1 ;;\nDELIMITER ;\n`
  for (const on of ['`store`', 'store', 'STORE', 'shop.`store`'])
    expect(scan(`${before}${trigger(on)}INSERT INTO \`store\` VALUES (1);\n`).refused).toMatch(
      /^line 6: rows behind a trigger/
    )
  expect(scan(`${before}${trigger('other')}INSERT INTO \`store\` VALUES (1);\n`).refused).toBeNull()
})

test.each([
  ['a comment', '-- ', 'a line without an end'],
  ['a text', "CREATE TABLE `x` (a int COMMENT '", 'a statement of more than 4 MiB']
])('%s that does not end is not kept for ever', (_name, beginning, reason) => {
  expect(scan(beginning + 'x'.repeat(5_000_000), 65_536).refused).toBe(`line 1: ${reason}`)
})

test('nothing stands behind the switch to the sandbox mode', () => {
  const line = '/*M!999999\\- enable the sandbox mode */'
  expect(scan(`${line} \n${before}`).refused).toBeNull()
  expect(scan(`${line} SELECT 1;\n${before}`).refused).toMatch(/^line 1: /)
})

test('a refusal names kind and line, and nothing of the shop', () => {
  const { refused } = scan(`${before}INSERT INTO \`store\` VALUES (1,'Maria Muster');\nMARIA MUSTER 'x';\n`)
  expect(refused).toBe('line 4: a statement that no dump program writes')
  expect(scan(`${before}GRANT ALL ON \`muster\`.* TO x;\n`).refused).toBe('line 3: GRANT')
})

test('what is loaded has no definers, no comments and nothing of replication', () => {
  const {
    refused,
    loaded,
    scan: found,
    rows
  } = scan(readFileSync('__tests__/project/recorded/mysql-9.7-dump.sql', 'latin1'), 1000)
  expect(refused).toBeNull()
  expect(loaded).not.toMatch(/DEFINER=|GTID|SQL_LOG_BIN|ALTER DATABASE|HISTOGRAM|^--|it's \*|don't/m)
  expect(loaded).toMatch(/SQL SECURITY DEFINER/)
  expect([...found.programs]).toEqual(['trigger tr', 'event ev', 'function fn', 'procedure pr'])
  expect([...found.views, ...rows.keys()]).toEqual(['v', 'pt', 'store', 't'])
  // Loaded once more it is the same: nothing changes if a restored shop is dumped again.
  expect(scan(loaded).loaded).toBe(loaded)
})

test('ten times the statements cost about ten times the time', async () => {
  const read = (statements: number): void => {
    const text = `${before}${"DROP TABLE IF EXISTS `a`;INSERT INTO `store` VALUES (1,'x');".repeat(statements)}`
    expect(scan(text, 64 * 1024).refused).toBeNull()
  }
  expect(await timesForTenfold(read, 40_000)).toBeLessThan(35)
})
