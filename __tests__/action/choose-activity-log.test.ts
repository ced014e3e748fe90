import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseActivityLog } from '../../src/action/choose-activity-log.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choose-activity-log-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The variables of a run whose event says this of its repository. */
function runOf(repository: object): Record<string, string> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify({ repository: { full_name: '', ...repository } }))
  return { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: 'push' }
}

test.each([
  ['a private repository', { private: true }, 'show'],
  ['a public one', { private: false }, 'hide'],
  ['one of which nobody says it', {}, 'hide']
] as const)('the log in %s', async (_, repository, expected) => {
  expect(await chooseActivityLog({}, runOf(repository))).toBe(expected)
})

test.each(['show', 'hide'] as const)('what the option says counts: %s', async (activityLog) => {
  expect(await chooseActivityLog({ activityLog }, runOf({ private: activityLog === 'hide' }))).toBe(activityLog)
})
