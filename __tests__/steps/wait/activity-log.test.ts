import { expect, test } from '@jest/globals'
import { keepLog } from '../../../src/project/kept-log.js'
import { openActivityLog } from '../../../src/steps/wait/activity-log.js'
import { createLogTail } from '../../../src/steps/wait/log-tail.js'

function told(text: string, shown: boolean): string {
  const lines: string[] = []
  const add = (line: string): void => void lines.push(line)
  openActivityLog({ debug: add, info: add, warn: add, error: add }, 'act1', shown).tell(text, true, 0)
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
