import { expect, test } from '@jest/globals'
import { auditGaps, auditProblems } from '../../../src/steps/plan/audit-problems.js'

const nothing = { advisories: [], refused: [], unreachable: [] }
const vulnerable = (name: string, id: string): object => ({ package: name, id, affected: '*' })

test('each package once, with its advisories; many are counted', () => {
  const advisories = ['a', 'b', 'a'].map((id) => vulnerable('v/one', id)) as (typeof nothing)['advisories']
  const [problem] = auditProblems({ ...nothing, advisories })
  expect(problem).toMatchObject({ id: 'packages-vulnerable', severity: 'warning' })
  expect(problem?.message).toContain('vulnerabilities: v/one (a, b).')
  const many = Array.from({ length: 30 }, (_, index) => vulnerable(`v/p${index}`, 'a')) as typeof advisories
  expect(auditProblems({ ...nothing, advisories: many })[0]?.message).toMatch(/v\/p19 \(a\), 10 more\.$/)
})

test('malware must go before the upgrade, since a build on the Cloud would refuse it as well', () => {
  const [problem] = auditProblems({ ...nothing, refused: ['v/bad'] })
  expect(problem).toMatchObject({
    id: 'packages-malware',
    severity: 'error',
    message: expect.stringContaining('v/bad')
  })
})

test('a repository writes no sentences into a report', () => {
  const advisories = [
    vulnerable('v/one', '](https://evil.example)\n# Title')
  ] as unknown as (typeof nothing)['advisories']
  expect(auditProblems({ ...nothing, advisories })[0]?.message).toContain('v/one (one with an invalid name).')
})

test('unknown is never none', () => {
  expect(auditGaps({ unknown: 'why' })[0]?.message).toMatch(/^It is not known .*: why\.$/)
  expect(auditGaps({ ...nothing, unreachable: ['a'] })[0]?.message).toMatch(/1 of the repositories could not be asked/)
  expect([...auditProblems({ unknown: 'why' }), ...auditGaps(nothing), ...auditProblems(nothing)]).toEqual([])
})
