import { expect, test } from '@jest/globals'
import { keepLog } from '../../../src/tools/magento-cloud/kept-log.js'
import { createRedact } from '../../../src/secrets/redact.js'
import { Secret } from '../../../src/secrets/secret.js'
import { openActivityLog, createLogTail } from '../../../src/steps/wait/activity-log.js'

function told(text: string, showLog: boolean, redact?: (line: string) => string): string {
  const lines: string[] = []
  const add = (line: string): void => void lines.push(line)
  const logger = { debug: add, info: add, warn: add, error: add }
  openActivityLog({ logger, showLog, ...(redact && { redact }) }, 'act1').tell(text, true, 0)
  return lines.join('\n')
}

const log =
  "Building application\n'password' => 'hunter two',\n\u001B]8;;http://x\u0007link\u001B]8;;\u0007 \u202Eabc\nExecuting deploy hook\n"

test('tells a log without secrets and without what hides or reorders text', () => {
  const said = told(log, true)
  expect(said).toContain('Phase: deploy')
  expect(said).toContain('link abc')
  expect(said).not.toMatch(/hunter|two|http/)
})

test('a known secret with blanks goes as a whole, also where its form would hide its first word', () => {
  const redact = createRedact([new Secret('hunter two three')])
  for (const line of ['password=hunter two three', 'mysql -phunter two three', 'mail hunter two three@x'])
    expect(told(`${line}\n`, true, redact)).not.toMatch(/hunter|two|three/)
})

test('tells only the phases of a log that is hidden', () => {
  expect(told(log, false)).toBe('Phase: build\nPhase: deploy')
})

test('goes on where the beginning of a log was cut off', () => {
  const tail = createLogTail()
  const lines = Array.from({ length: 1000 }, (_, line) => `line ${line}\n`)
  expect(tail(lines.slice(0, 900).join(''), false)).toHaveLength(900)
  expect(tail(lines.slice(500).join(''), false)).toEqual(lines.slice(900).map((line) => line.trim()))
  expect(tail('', false)).toEqual([])
})

test('says how many lines of a long log are missing, and keeps its phases', () => {
  const kept = keepLog(1000)
  for (const line of log.split('\n')) kept.add(line)
  for (let line = 0; line < 1000; line += 1) kept.add(`line ${line}`)
  expect(kept.lost).toBeGreaterThan(800)
  expect(kept.text()).toMatch(/^Building application\nExecuting deploy hook\n\(\d+ lines of this log are left out here/)
  expect(kept.text()).toMatch(/line 999$/)
})

test('a log of 20 MB says how many lines are left out, and its phases stay in order', () => {
  const kept = keepLog()
  const phases = ['Building application', 'Executing deploy hook', 'Executing post-deploy hook']
  const lines = phases.flatMap((phase) => [phase, ...Array<string>(70_000).fill('x'.repeat(99))])
  for (const line of lines) kept.add(line)
  const text = kept.text()
  expect(text.length).toBeLessThan(13 * 1024 * 1024)
  expect(told(text, false)).toBe('Phase: build\nPhase: deploy\nPhase: post-deploy')
  const left = Number(/\((\d+) lines of this log are left out/.exec(text)?.[1])
  const begins = text.slice(0, text.indexOf('(')).trim().split('\n').length
  expect(text.split('\n').length - 1 - begins + left).toBe(lines.length)
})
