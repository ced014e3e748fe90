import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSqlScan, type SqlFacts } from '../../../src/tools/dump/sql-scan.js'

const dump = `/*M!999999\\- enable the sandbox mode */ 
-- MariaDB dump 10.19-11.8.3-MariaDB, for debian-linux-gnu (x86_64)
-- Server version\t11.8.3-MariaDB-log
CREATE TABLE \`a\` (\n  \`id\` int\n);
INSERT INTO \`a\` VALUES (1,'x;y',NULL),(2,'it\\'s (so) \\\\',0xAB);
INSERT INTO \`a\` VALUES
(3,'-- no comment'),
(4,'b''c');
CREATE TABLE \`b\`\`q\` (\`id\` int);
INSERT INTO \`b\`\`q\` (\`id\`, \`x\`) VALUES (1,')('),(2,'');
/*!50001 CREATE VIEW \`v\` AS SELECT
 1 AS \`id\`*/;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`%\`*/ /*!50003 TRIGGER \`t\` BEFORE INSERT ON \`a\` FOR EACH ROW BEGIN
INSERT INTO \`log\` VALUES (1);
CREATE TABLE \`never\` (x int);
END */;;
DELIMITER ;
DELIMITER ;;
CREATE DEFINER=\`root\`@\`localhost\` PROCEDURE \`p\`()
BEGIN SELECT 1; END ;;
DELIMITER ;
/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;
DELIMITER ;;
ALTER DATABASE \`shop\` CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ;;
/*!50106 CREATE*/ /*!50117 DEFINER=\`root\`@\`%\`*/ /*!50106 EVENT \`e\` ON SCHEDULE EVERY 1 DAY DO SELECT 1 */ ;;
DELIMITER ;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`%\` SQL SECURITY DEFINER */
/*!50001 VIEW \`v\` AS select 1 AS \`id\` */;
-- Dump completed on 2026-01-01  1:00:00
`

function scan(text: string, cuts: readonly number[] = []): SqlFacts {
  const bytes = Buffer.from(text)
  const reader = createSqlScan()
  const at = [0, ...[...cuts].map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
  at.slice(1).forEach((end, index) => {
    reader.add(bytes.subarray(at[index], end))
  })
  return reader.end()
}

test('names, versions and rows are read', () => {
  const { scan: found, rows, closed, refused } = scan(dump)
  expect([...found.objects]).toEqual(['a', 'b`q', 'v'])
  expect([...found.views]).toEqual(['v'])
  expect([...found.programs]).toEqual(['trigger t', 'procedure p', 'event e'])
  expect([...rows]).toEqual([
    ['a', 4],
    ['b`q', 2]
  ])
  expect(found).toMatchObject({
    serverVersion: '11.8.3-MariaDB-log',
    clientVersion: '10.19-11.8.3-MariaDB',
    choosesDatabase: false
  })
  expect([refused, closed]).toEqual([null, true])
})

test('the answer does not depend on where the pieces are cut', () => {
  const whole = scan(dump)
  const plain = ({ scan: found, rows, closed }: SqlFacts): unknown => [
    [...found.objects],
    [...found.views],
    [...found.programs],
    [...rows],
    found.lastLine,
    closed
  ]
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (cuts) => {
      expect(plain(scan(dump, cuts))).toEqual(plain(whole))
    })
  )
  expect(plain(scan(dump, [...Buffer.from(dump).keys()]))).toEqual(plain(whole))
})

test('rows are counted whatever their text holds', () => {
  const literal = fc.oneof(
    fc
      .string({ unit: 'binary' })
      .map((text) => `'${text.replace(/[\\'\n\0]/g, (c) => (c === '\n' ? '\\n' : c === '\0' ? '\\0' : `\\${c}`))}'`),
    fc.constantFrom('NULL', '-1.5e10', '0xFF', "_binary 'a\\0b'")
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 1 }),
      fc.boolean(),
      (tuples, lines) => {
        const text = tuples.map((values) => `(${values.join(',')})`).join(lines ? ',\n' : ',')
        const { rows, closed } = scan(`INSERT INTO \`t\` VALUES${lines ? '\n' : ' '}${text};\n-- Dump completed\n`)
        expect([rows.get('t'), closed]).toEqual([tuples.length, true])
      }
    )
  )
})

test('a list of columns longer than a head is passed over', () => {
  const columns = Array.from({ length: 900 }, (_, index) => `\`column_${index}\``).join(', ')
  expect([...scan(`INSERT INTO \`wide\` (${columns}) VALUES (1),(2),(3);\n`, [100, 399, 400, 401, 5000]).rows]).toEqual(
    [['wide', 3]]
  )
})

test.each([
  ['INSERT INTO `a` VALUES (1,2', false],
  ["INSERT INTO `a` VALUES (1,'2;\n", false],
  ['DELIMITER ;;\nCREATE PROCEDURE `p`() BEGIN', false],
  ['INSERT INTO `a` VALUES (1);\n', true]
])('%j is closed: %s', (text, closed) => {
  expect(scan(text).closed).toBe(closed)
})

test.each([
  'USE `other`;',
  'CREATE DATABASE /*!32312 IF NOT EXISTS*/ `other`;',
  '/*!40000 DROP DATABASE IF EXISTS `x`*/;'
])('%s is noticed', (line) => {
  expect(scan(`${line}\n`).scan.choosesDatabase).toBe(true)
})

test.each([
  [
    '/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER plain BEFORE INSERT ON `x` FOR EACH ROW SET @a = 1 */;;',
    'trigger plain'
  ],
  [
    'CREATE DEFINER=`a`@`b` TRIGGER shop.`odd ``name` AFTER DELETE ON x FOR EACH ROW SET @a = 1 ;;',
    'trigger odd `name'
  ],
  ['CREATE DEFINER=`a`@`b` FUNCTION `f`(x INT) RETURNS int\nRETURN 1 ;;', 'function f'],
  ['CREATE PROCEDURE p()\nSELECT 1 ;;', 'procedure p']
])('%s', (line, expected) => {
  expect([...scan(`DELIMITER ;;\n${line}\nDELIMITER ;\n`).scan.programs]).toEqual([expected])
})
