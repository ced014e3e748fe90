import { expect, test } from '@jest/globals'
import { readAuditReport } from '../../src/project/audit-report.js'

const advisory = { advisoryId: 'PKSA-1', packageName: 'a/b', affectedVersions: '<2', cve: 'CVE-2026-1', title: 'T' }
const none = { advisories: [], refused: [], unreachable: [] }

test.each([
  ['2.5, nothing', { advisories: [] }, none],
  ['2.5', { advisories: { 'a/b': [advisory] } }, 'CVE-2026-1'],
  ['a list with gaps', { advisories: { 'a/b': { '3': { ...advisory, cve: null } } } }, 'PKSA-1'],
  ['2.8, abandoned packages', { advisories: [], abandoned: { 'a/b': null, 'c/d': 'e/f' } }, none],
  ['2.8, ignored', { advisories: [], 'ignored-advisories': { 'a/b': [advisory] }, abandoned: [] }, none],
  ['2.9, a repository is down', { advisories: [], 'unreachable-repositories': ['a'] }, { ...none, unreachable: ['a'] }],
  [
    '2.10',
    { advisories: [], abandoned: [], filter: { 'a/b': [{ listName: 'malware' }] } },
    { ...none, refused: ['a/b'] }
  ],
  ['2.10, a list of its own', { advisories: [], filter: { 'a/b': [{ listName: 'mine' }] } }, none]
])('Composer %s', (_, json, expected) => {
  const found = readAuditReport(JSON.stringify(json, null, 4))
  if (typeof expected !== 'string') expect(found).toEqual(expected)
  else expect(found?.advisories).toEqual([{ package: 'a/b', id: expected, affected: '<2' }])
})

test.each(['', 'No packages', '{}', '[]', '{"advisories": 1}', '{"advisories": {"a/b": 1}}', '{"advisories"'])(
  'what is no report is not taken for one without advisories: %s',
  (text) => {
    expect(readAuditReport(text)).toBeNull()
  }
)
