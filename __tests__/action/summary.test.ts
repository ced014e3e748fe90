import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setOutputs } from '../../src/action/outputs.js'
import { writeSummary } from '../../src/action/summary.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { captured } from '../helpers/captured.js'

const folder = mkdtempSync(join(tmpdir(), 'summary-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const reportOf = (facts: Partial<UpgradeReport>): UpgradeReport => composeReport(newRunState(facts), [], 1, null, [])

// The path of the summary is taken once by the library, so that all of it is one test.
test('a summary stays below the limit of the runner, and a runner without one is no failure', async () => {
  const file = join(folder, 'summary')
  const none = await captured({}, () => writeSummary(reportOf({})))
  expect(none).toMatch(/summary could not be written/)
  writeFileSync(file, '')
  const findings = Array.from({ length: 60 }, (_, index) => ({
    id: 'x',
    rank: index + 1,
    certainty: 'sure' as const,
    phase: 'deploy' as const,
    deployment: null,
    at: null,
    title: `Finding ${index}`,
    source: 'var/log/cloud.log',
    evidence: Array.from({ length: 20 }, () => '語'.repeat(600)).join('\n'),
    meaning: 'It is long.',
    next: 'Read it.'
  }))
  await captured({ GITHUB_STEP_SUMMARY: file }, () => writeSummary(reportOf({ verdict: 'diagnosed', findings })))
  const text = readFileSync(file, 'utf8')
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  expect(Buffer.byteLength(text)).toBeGreaterThan(256 * 1024)
  expect(text).not.toContain('\uFFFD')
  expect(text.split('<details>').length).toBe(text.split('</details>').length)
  expect((text.match(/^\s*```/gm) ?? []).length % 2).toBe(0)
  expect(text).toMatch(/\n\n\(cut: .*\)\s*$/)
})

test('each output is set once, empty where a run did not get that far', async () => {
  const file = join(folder, 'empty')
  writeFileSync(file, '')
  await captured({ GITHUB_OUTPUT: file }, () => {
    setOutputs(reportOf({ verdict: 'failed' }), { reportPath: '', artifact: true })
  })
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^changed<<(\S+)\nfalse\n\1$/m)
  expect(text).toMatch(/^verdict<<(\S+)\nfailed\n\1$/m)
  expect(text).toMatch(/^commit-sha<<(\S+)\n\n\1$/m)
})

test('an output cannot set another one', async () => {
  const file = join(folder, 'output')
  writeFileSync(file, '')
  const branch = 'topic\nchanged=true\nghadelimiter'
  await captured({ GITHUB_OUTPUT: file }, () => {
    setOutputs(reportOf({ branch, verdict: 'planned' }), { reportPath: '/tmp/report.json', artifact: false })
  })
  const lines = readFileSync(file, 'utf8').split('\n')
  const names: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([\w-]+)<<(.+)$/.exec(lines[index] ?? '') ?? []
    if (name === undefined || delimiter === undefined) continue
    names.push(name)
    index = lines.indexOf(delimiter, index)
  }
  expect(names.filter((name) => name === 'changed')).toHaveLength(1)
  expect(names).toContain('report')
})
