import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnnotations } from '../../src/action/annotations.js'
import { keepReport } from '../../src/action/keep-report.js'
import { run } from '../../src/action/run.js'
import { createRedact } from '../../src/secrets/redact.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { Secret } from '../../src/secrets/secret.js'
import { captured } from '../helpers/captured.js'

const folder = mkdtempSync(join(tmpdir(), 'annotations-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const secret = 'correct-horse-battery'
const redact = createRedact([new Secret(secret)])
// An escape, a bidirectional mark, C1, and a character without width in the middle of a secret.
const hostile = `\u001B[31mred\u001B[0m \u202Ereversed\u0085 ${secret} correct-\u200Bhorse-battery ::error::x`
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E]/

test.each([
  ['a warning', 'warning'],
  ['a failure', 'error']
] as const)('%s shows no secret and nothing that hides or reorders', async (_name, command) => {
  const log = await captured({}, () => {
    const { warn, fail } = createAnnotations(redact)
    if (command === 'warning') warn(hostile, `title ${hostile}`)
    else fail(hostile)
  })
  expect(log).toContain('red reversed')
  expect(log).toMatch(new RegExp(`^::${command}[ :]`))
  expect(log).not.toMatch(unseen)
  expect(log).not.toContain(secret)
})

test('what a text for diagnose says becomes annotations without secrets and escapes', async () => {
  const path = join(folder, 'deploy.log')
  const key = 'Zx81kQpL0vNmR7sTuWy3aBcD5eFgH2iJ'
  writeFileSync(path, `W: \u001B[31m\u202EPHP Fatal error: No space left on device ${secret} 'key' => '${key}'\n`)
  const given = { INPUT_FROM: path, 'INPUT_CLOUD-TOKEN': secret, RUNNER_TEMP: folder, INPUT_PROJECT: 'p' }
  const log = await captured(given, () => run('diagnose'))
  const annotations = log.split('\n').filter((line) => /^::(?:warning|error)/.test(line))
  expect(annotations.length).toBeGreaterThan(0)
  expect(annotations.join('')).not.toMatch(unseen)
  for (const one of [secret, key]) expect(annotations.join('')).not.toContain(one)
})

test('a path of the report that cannot be written is told as it shows', async () => {
  const report = composeReport(newRunState({}), [], 1, null, [])
  const log = await captured({}, async () => {
    writeFileSync(join(folder, `\u001B[31m${secret}\u202E`), '')
    const path = join(folder, `\u001B[31m${secret}\u202E`, 'report.json')
    expect(await keepReport(report, path, createAnnotations(redact))).toBe('')
  })
  expect(log).toMatch(/^::warning::The report could not be written/m)
  expect(log).not.toMatch(unseen)
  expect(log).not.toContain(secret)
})
