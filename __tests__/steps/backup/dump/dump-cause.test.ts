import { expect, test } from '@jest/globals'
import { causeOf } from '../../../../src/steps/backup/dump/list-objects.js'
import { causeOfOutput, DumpError, type DumpCause } from '../../../../src/steps/backup/dump/dump-cause.js'
import { expectProven } from '../../../../src/steps/backup/dump/expect-proven.js'
import { proveDump, type DumpEvidence } from '../../../../src/steps/backup/dump/prove-dump.js'
import { markerTable } from '../../../../src/tools/dump/restore-marker.js'
import { parseRemoteAnswer } from '../../../../src/tools/ssh/remote-answer.js'

const names = ['core_config_data', 'setup_module', 'store']
const good: DumpEvidence = {
  statuses: { mysqldump: 0 },
  message: '',
  gzipFailure: null,
  firstLine: '-- MariaDB dump 10.19  Distrib 10.6.18-MariaDB, for debian-linux-gnu (x86_64)',
  lastLine: '-- Dump completed',
  closed: true,
  choosesDatabase: false,
  isPartial: false,
  isMain: true,
  before: names,
  dumped: names,
  filled: names,
  after: names,
  sha256: 'a'.repeat(64)
}

function causesOf(evidence: Partial<DumpEvidence>): readonly DumpCause[] | null {
  try {
    expectProven(proveDump({ ...good, ...evidence }))
    return null
  } catch (error) {
    return error instanceof DumpError ? error.causes : []
  }
}

test.each<[string, Partial<DumpEvidence>, readonly DumpCause[] | null]>([
  ['good', {}, null],
  ['tables that came meanwhile', { after: [...names, 'new'] }, ['schema-change']],
  [
    'error 1412',
    { statuses: { mysqldump: 3 }, message: 'Error 1412: Table definition has changed' },
    ['schema-change']
  ],
  ['a table named 1412', { before: [...names, '1412'], after: [...names, '1412'] }, []],
  ['a broken view', { statuses: { mysqldump: 2 }, message: "View 'x' references invalid table(s)" }, ['broken-view']],
  ['a right', { statuses: { mysqldump: 2 }, message: 'SELECT command denied to user (1142)' }, ['rights']],
  ['a banner', { firstLine: 'Welcome' }, ['login-prints']],
  ['an option file', { lastLine: '' }, ['option-file']],
  ['a foreign statement', { refused: 'SET PASSWORD' }, ['refused-statement']],
  ['a restore that has not ended', { before: [...names, markerTable] }, ['unfinished-restore']],
  ['a loss of bytes', { gzipFailure: 'ended early' }, []]
])('the causes of a dump are fields: %s', (_, evidence, expected) => {
  expect(causesOf(evidence)).toEqual(expected)
})

// A text of ours may name a table `1412` or quote any word: only what the programs say is read.
test('what the programs say is read at one place', () => {
  expect(causeOfOutput('mysqldump: Got error: 1356')).toBe('broken-view')
  expect(causeOfOutput('Got error 14123')).toBeNull()
  const answer = (text: string): DumpCause | null => causeOf(parseRemoteAnswer(text))
  expect(answer('failure\tthe database user lacks TRIGGER\nlacking\tTRIGGER\n')).toBe('rights')
  expect(answer('failure\tthere is no relationship named the database user lacks\n')).toBeNull()
  expect(answer('said\tERROR 1412 (HY000) at line 1\nfailure\tthe database cannot be asked\n')).toBe('schema-change')
})
