import { describe, expect, test } from '@jest/globals'
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
  expect(kept.text()).toMatch(/^Building application\nExecuting deploy hook\n\(\d+ lines of this log are omitted here/)
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
  const left = Number(/\((\d+) lines of this log are omitted here/.exec(text)?.[1])
  const begins = text.slice(0, text.indexOf('(')).trim().split('\n').length
  expect(text.split('\n').length - 1 - begins + left).toBe(lines.length)
})

describe('a group of lines', () => {
  function open(showLog = true): { log: ReturnType<typeof openActivityLog>; said: string[] } {
    const said: string[] = []
    const add = (line: string): void => void said.push(line)
    const group = (title: string) => {
      said.push(`[${title}`)
      return () => said.push(']')
    }
    const logger = { debug: add, info: add, warn: add, error: add, group }
    return { log: openActivityLog({ logger, showLog }, 'act1'), said }
  }

  test('begins with its first line and ends once', () => {
    const { log, said } = open()
    log.end()
    log.tell('', false, 0)
    log.tell('half', false, 1)
    expect(said).toEqual([])
    log.tell('half of it\n', false, 61.9)
    log.tell('half of it\nmore\n', false, 3600)
    log.end()
    log.end()
    expect(said).toEqual(['[Log of activity act1', '01:01 half of it', '60:00 more', ']'])
  })

  test('is not opened for lines that are not shown', () => {
    const { log, said } = open(false)
    log.tell('Building application x\nBuilding application x\nmore\n', true, 5)
    expect([said, [...log.begun]]).toEqual([['Phase: build'], [['build', 5]]])
  })
})

test('a secret over several lines is hidden, and a rule that joins lines hides line by line', () => {
  const redact = (text: string): string => text.replaceAll('one\ntwo', '***\n***')
  expect(told('one\ntwo\nthree\n', true, redact)).toBe('00:00 ***\n00:00 ***\n00:00 three')
  const joins = (text: string): string => text.replaceAll('\n', '').replaceAll('one', '***')
  expect(told('one\ntwo\n', true, joins)).toBe('00:00 ***\n00:00 two')
})
