import { expect, test } from '@jest/globals'
import { createSqlScan, type SqlFacts } from '../../../../src/tools/dump/sql-scan.js'

function read(sql: string): SqlFacts {
  const scan = createSqlScan()
  // In pieces, as it comes.
  for (let at = 0; at < sql.length; at += 7) scan.add(Buffer.from(sql.slice(at, at + 7)))
  return scan.end()
}
const view = (body: string): SqlFacts => read(`CREATE VIEW \`v\` AS ${body};\n`)

test.each([
  ['select `a`.`b` AS `b` from `a`', []],
  ['select `o`.`p`.`id` AS `id` from `o`.`p`', [{ schema: 'o', name: 'p', columns: ['id'] }]],
  ['select count(0) AS `c` from `o`.`p`', [{ schema: 'o', name: 'p', columns: [] }]],
  [
    'select `x`.`id` AS `id`,`y`.`a``b` AS `a` from (`o`.`p` `x` join `q`.`r` `y` on(`y`.`k` = `x`.`id`))',
    [
      { schema: 'o', name: 'p', columns: ['id'] },
      { schema: 'q', name: 'r', columns: ['a`b', 'k'] }
    ]
  ],
  [
    "select 1 AS `1` from `a` where `a`.`id` in (select `o`.`p`.`id` from `o`.`p` where `o`.`p`.`t` = 'from `z`.`z`')",
    [{ schema: 'o', name: 'p', columns: ['id', 't'] }]
  ]
])('%s', (body, expected) => {
  const facts = view(body)
  expect([facts.refused, facts.qualified]).toEqual([null, expected])
})

test('parents of foreign keys', () => {
  const sql =
    'CREATE TABLE `c` (\n  `id` int,\n  CONSTRAINT `k` FOREIGN KEY (`id`) REFERENCES `o`.`p` (`id`),\n  FOREIGN KEY (`id`) REFERENCES `own` (`id`)\n);\n'
  expect(read(sql).qualified).toEqual([{ schema: 'o', name: 'p', columns: null }])
})

test('the first line and the longest statement', () => {
  const dump =
    '-- MariaDB dump 10.19\nCREATE TABLE `t` (\n  `a` int\n);\nINSERT INTO `t` VALUES (1),(2),(3),(4),(5),(6),(7),(8);\n'
  expect(read(dump)).toMatchObject({ firstLine: '-- MariaDB dump 10.19', longest: { bytes: 55, table: 't' } })
  expect(read(`${'x'.repeat(1000)}\n`).firstLine).toBe('x'.repeat(300))
})
