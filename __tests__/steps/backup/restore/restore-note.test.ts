import { expect, test } from '@jest/globals'
import { restoreCommand, isNoteName, parseRestoreNote } from '../../../../src/steps/backup/restore/restore-note.js'

const note = {
  schemaVersion: 1,
  id: '8b73efff-e1b0-49a6-9d73-509642c9cbd9',
  project: 'abc',
  environment: 'staging',
  application: null,
  backup: 'backup-1',
  wayBack: 'backup-2',
  flags: ['--project', 'abc'],
  startedAt: '2026-11-26T18:17:34.171Z'
}

test('a note is read as it was written', () => {
  expect(parseRestoreNote(JSON.stringify(note))).toEqual(note)
  expect(isNoteName(`unfinished-restore-${note.id}.json`)).toBe(true)
})

test.each([
  ['a path', { backup: '../../etc' }],
  ['a path back', { wayBack: '/tmp/other' }],
  ['the folder above', { wayBack: '..' }],
  ['escapes', { environment: 'a\u001b[2K' }],
  ['another id', { id: 'x' }]
])('a note with %s is none', (_what, change) => {
  expect(parseRestoreNote(JSON.stringify({ ...note, ...change }))).toBeNull()
})

test('what is no JSON is no note', () => {
  expect([parseRestoreNote('{'), isNoteName('unfinished-restore-x.json.partial')]).toEqual([null, false])
})

test('words from a note stay words for a shell', () => {
  expect(restoreCommand("/b'; rm -rf /", '$(id)', ['--known-hosts', "a 'b'\nc\\d"])).toBe(
    "magento-cloud-upgrade backup restore '/b'\\''; rm -rf /' --known-hosts $'a \\'b\\'\\nc\\\\d' --confirm '$(id)'"
  )
})
