import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setOutputs } from '../../src/action/outputs.js'
import { run } from '../../src/action/run.js'
import { upgradeReport } from '../../src/report/schema.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { captured } from '../helpers/captured.js'

const folder = mkdtempSync(join(tmpdir(), 'ends-told-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const file = (name: string, text = ''): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
mkdirSync(join(folder, 'a-folder'))

describe('whatever ends a run before it begins', () => {
  const branch = { GITHUB_REF_NAME: 'main', GITHUB_EVENT_PATH: file('push.json', '{}') }
  const canary = 'canary-of-the-cloud'
  test.each([
    ['a wrong input', { ...branch, 'INPUT_DRY-RUN': canary }, 10],
    ['an event that cannot be read', { GITHUB_EVENT_PATH: file('broken.json', '{') }, 10],
    ['an event without a branch', { GITHUB_EVENT_PATH: file('tag.json', '{}'), GITHUB_REF_TYPE: 'tag' }, 10],
    ['an option that no run can have', { ...branch, INPUT_TARGET: canary }, 10],
    ['a bug', { ...branch, INPUT_PROJECT: 'p', 'INPUT_WORKING-DIRECTORY': `/${canary}\0` }, 1]
  ])('%s: log, report, summary and outputs, without a secret', async (_name, variables, exitCode) => {
    const [output, report] = [file('output'), join(folder, 'report.json')]
    rmSync(report, { force: true })
    const codes: unknown[] = []
    const given = { 'INPUT_CLOUD-TOKEN': canary, INPUT_REPORT: report, GITHUB_OUTPUT: output, RUNNER_TEMP: folder }
    const log = await captured({ ...given, ...variables }, async () => {
      await run('upgrade')
      codes.push(process.exitCode)
    })
    expect(codes).toEqual([exitCode])
    expect(log).toMatch(/^::error::/m)
    const told = readFileSync(report, 'utf8')
    expect(upgradeReport.parse(JSON.parse(told)).error?.exitCode).toBe(exitCode)
    expect(readFileSync(output, 'utf8')).toMatch(/^verdict<<(\S+)\nfailed\n\1$/m)
    expect(log.replaceAll(/^::add-mask::.*$/gm, '') + told).not.toContain(canary)
    expect(log).not.toMatch(/^ +at /m)
  })
})

// F86: a finished upgrade stays what it is.
test.each([
  ['missing', join(folder, 'gone')],
  ['a folder', join(folder, 'a-folder')],
  ['on a full disk', '/dev/full']
])('outputs whose file is %s are a warning', async (_name, GITHUB_OUTPUT) => {
  const report = composeReport(newRunState({ verdict: 'upgraded' }), [], 1, null, [])
  const log = await captured({ GITHUB_OUTPUT }, () => {
    setOutputs(report, { reportPath: '', artifact: false })
    expect(process.exitCode).toBeUndefined()
  })
  expect(log).toMatch(/^::warning::The outputs could not be set/m)
})
