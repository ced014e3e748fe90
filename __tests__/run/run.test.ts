import { expect, test } from '@jest/globals'
import { UpgradeError } from '../../src/errors.js'
import { renderText } from '../../src/report/render-text.js'
import { failedReport } from '../../src/run/unexpected-error.js'
import { Secret } from '../../src/secrets/secret.js'
import { startRun } from '../../src/run/run.js'
import { upgrade } from '../../src/commands/upgrade.js'

const canary = 'canary-of-the-cloud'

const thrown = (value: unknown): Error => value as Error
test.each([
  ['an error', new TypeError(`no such thing: ${canary}`)],
  ['a text', thrown(`no such thing: ${canary}`)],
  ['nothing', thrown(undefined)]
])('%s that is thrown anywhere ends in a report of a bug, without secrets', async (_name, reason) => {
  const report = await startRun('upgrade', { project: 'p', cloudToken: canary }, {}, () => Promise.reject(reason))
  expect(report.error).toMatchObject({ code: 'internal-error', exitCode: 1 })
  expect(JSON.stringify(report)).not.toContain(canary)
})

test('a bug after the push says what was pushed', async () => {
  const report = await startRun('upgrade', { project: 'p' }, {}, ({ facts, ledger }) => {
    Object.assign(facts, { verdict: 'pushed', commit: 'c'.repeat(40) })
    ledger.intend('branch', 'the commit cccccccccccc was pushed to main on origin').done()
    ledger.intend('deployment', 'the commit cccccccccccc was deployed')
    throw new RangeError('too far')
  })
  expect(report).toMatchObject({ verdict: 'failed', commit: 'c'.repeat(40) })
  expect(renderText(report)).toContain('Changed: The commit cccccccccccc was pushed to main on origin.')
  expect(report.error?.unchanged).not.toMatch(/branch|environment|database/)
})

test('a bug elsewhere in the process stops the run, and is what the report says', async () => {
  const controller = new AbortController()
  const report = await startRun('upgrade', { project: 'p' }, { signal: controller.signal }, ({ context }) => {
    controller.abort(new UpgradeError('internal-error', { message: 'Elsewhere.', next: '' }))
    context.signal.throwIfAborted()
    return Promise.resolve()
  })
  expect(report.error).toMatchObject({ code: 'internal-error', message: 'Elsewhere.' })
})

test('options that are none at all are told as well', async () => {
  const report = await upgrade(null as never)
  expect(report.error).not.toBeNull()
})

test('what no story could tell has a report, too', () => {
  const report = failedReport(new Error(`at ${canary}`), [new Secret(canary)])
  expect(report).toMatchObject({
    verdict: 'failed',
    error: { code: 'internal-error', message: expect.stringMatching(/\*\*\*/) as unknown }
  })
})

test('notes of steps come without secrets', async () => {
  const notes: string[] = []
  const context = { onStep: ({ note }: { note: string }) => void notes.push(note) }
  await startRun('upgrade', { project: 'p', cloudToken: canary }, context, async ({ stepTimer }) => {
    await stepTimer.step(
      'plan',
      () => Promise.resolve(canary),
      (note) => note
    )
    await stepTimer.step('backup', () => Promise.reject(new Error(`no: ${canary}`)))
  })
  expect(notes).toEqual(['', '***', '', 'no: ***'])
})
