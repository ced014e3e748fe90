import { expect, test } from '@jest/globals'
import { compareObjects, createDumpScan, isHeader, isTrailer } from '../../../src/tools/dump/dump-scan.js'

test('finds tables and views, and nothing in rows or routines', () => {
  const scan = createDumpScan()
  const lines = [
    '/*M!999999\\- enable the sandbox mode */ ',
    'CREATE TABLE `store` (',
    'CREATE TABLE IF NOT EXISTS `odd``name` (',
    "INSERT INTO `store` VALUES (1,'CREATE TABLE `fake` (');",
    '/*!50001 CREATE VIEW `stock` AS SELECT',
    '/*!50001 VIEW `report` AS select 1 */;',
    'DELIMITER ;;',
    'CREATE TABLE `in_a_routine` (',
    'DELIMITER ;',
    'CREATE TABLE `last` (',
    '',
    '-- Dump completed on 2026-01-01  1:02:03',
    ''
  ]
  lines.forEach(scan.line)
  expect([...scan.objects]).toEqual(['store', 'odd`name', 'stock', 'report', 'last'])
  expect(isTrailer(scan.lastLine)).toBe(true)
})

test.each(['-- Dump completed', '-- Dump completed on x'])('%s is a trailer', (line) => {
  expect(isTrailer(line)).toBe(true)
})
test.each(['', '-- Dump', "INSERT INTO t VALUES ('-- Dump completed", '-- Dump completedx'])('%s is none', (line) => {
  expect(isTrailer(line)).toBe(false)
})

test.each([
  [['a', 'b'], ['b', 'a'], ['a', 'b'], null],
  [['a', 'b'], ['a', 'b'], ['a', 'c'], { kind: 'changed', words: 'tables changed while the dump ran: b, c' }],
  [['a', 'b'], ['a'], ['a', 'b'], { kind: 'missing', words: 'the dump lacks b' }],
  [['a'], ['a', 'x'], ['a'], { kind: 'unknown', words: 'the dump has x, which the database does not have' }]
])('%j against %j and %j', (before, dumped, after, expected) => {
  expect(compareObjects(before, dumped, after)).toEqual(expected)
})

test.each([
  '/*M!999999\\- enable the sandbox mode */ ',
  '/*!999999\\- enable the sandbox mode */ ',
  '-- MariaDB dump 10.19  Distrib 10.6.18-MariaDB, for debian-linux-gnu (x86_64)',
  '-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)'
])('a dump may begin with %s', (line) => {
  expect(isHeader(line)).toBe(true)
})

test.each(['', '--', '-- Welcome', 'Welcome!', ' -- MySQL dump 10.13', '\uFEFF-- MySQL dump 10.13', '-- MySQL dump '])(
  'none begins with %j',
  (line) => {
    expect(isHeader(line)).toBe(false)
  }
)
