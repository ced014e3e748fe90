import { expect, test } from '@jest/globals'
import { judgeLoadFailure } from '../../../src/steps/backup/judge-load-failure.js'
import { loadFailure } from '../../../src/tools/mariadb/load-failure.js'

const same = { server: '10.6.18-MariaDB-ubuntu', shop: '5.5.5-10.6.12-MariaDB-log', longest: 100, packet: 1000 }
const older = { ...same, shop: '11.4.2-MariaDB' }
const failure = (code: number, more = ''): string =>
  `--------------\nINSERT INTO t VALUES ('Maria')\n--------------\n\nERROR ${code} (HY000) at line 7: ${more}`

test.each([
  ['a duplicate key', failure(1062), older, true],
  ['a row that is too large', failure(1118), same, true],
  ['an unknown collation of a newer server', failure(1273), older, false],
  ['the same on the same release', failure(1273), same, true],
  ['a shop of an unknown version', failure(1273), { ...same, shop: null }, false],
  ['MySQL, which has the same number', failure(1273), { ...same, shop: '10.6.1' }, false],
  ['a storage engine that is not installed here', failure(1286), same, false],
  ['rights on another database', failure(1142), same, false],
  ['a full table', failure(1114), same, false],
  ['a full disk', failure(1030, 'Got error 28 "No space left on device" from storage engine InnoDB'), same, false],
  ['another error of an engine', failure(1030, 'Got error 168 "Unknown" from storage engine'), same, true],
  ['a server that is gone', failure(2013), same, false],
  ['a server that is gone behind a statement that is too long', failure(2006), { ...same, longest: 1000 }, true],
  ['a packet that is too long', failure(1153), { ...same, longest: 2000 }, true],
  ['a client that was killed', '', same, false],
  ['a client that refuses', "ERROR at line 1: Unknown command '\\-'.", same, true]
])('%s', (_name, stderr, at, isRefused) => {
  const judged = judgeLoadFailure(loadFailure(stderr), at)
  expect(judged.isRefused).toBe(isRefused)
  expect(judged.why).not.toMatch(/Maria'|INSERT/)
})
