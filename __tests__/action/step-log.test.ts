import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { annotate } from '../../src/action/annotate.js'
import { createStepLog } from '../../src/action/step-log.js'
import { reportOf } from '../pages/situations.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('each step is a line when it ends, and a line a minute while it runs', () => {
  const lines: string[] = []
  const log = createStepLog((line) => lines.push(line.replaceAll(/ +/g, ' ')))
  log.onStep({ step: 'plan', state: 'started', note: '', seconds: 0 })
  log.onStep({ step: 'plan', state: 'done', note: '2.4.7-p3 to 2.4.8-p4', seconds: 24 })
  log.onStep({ step: 'wait', state: 'started', note: '', seconds: 0 })
  jest.advanceTimersByTime(150_000)
  log.onStep({ step: 'wait', state: 'failed', note: 'The deployment failed.\nmore', seconds: 151 })
  log.onStep({ step: 'verify', state: 'started', note: '', seconds: 0 })
  log.end()
  jest.advanceTimersByTime(150_000)
  expect(lines).toEqual([
    '▸ plan 2.4.7-p3 to 2.4.8-p4 24s',
    '▸ deploy running … 1m',
    '▸ deploy running … 2m',
    '▸ deploy FAILED: The deployment failed. 2m 31s'
  ])
})

test('each blocker is an annotation of its own with its fix, warnings are warnings, and the verdict comes last', () => {
  const told: (readonly [string, string, string | undefined, string | null | undefined])[] = []
  const add = (kind: string) => (text: string, title?: string, file?: string | null) => {
    told.push([kind, text, title, file])
  }
  const report = reportOf('preflight')
  annotate(report, 'upgrade', { warn: add('warning'), error: add('error'), fail: add('fail') })
  expect(told.filter(([kind]) => kind === 'error')).toHaveLength(4)
  expect(told).toContainEqual([
    'warning',
    expect.stringContaining('wants MariaDB 11.4'),
    'MariaDB 10.11',
    '.magento/services.yaml'
  ])
  expect(told.at(-1)?.slice(0, 2)).toEqual(['fail', expect.stringContaining('4 things stand in the way')])
})
