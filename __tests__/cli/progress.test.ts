import { expect, jest, test } from '@jest/globals'
import { createProgress, type Progress } from '../../src/cli/progress.js'

/** What progress says on a stderr that is no terminal. */
function said(verbose: boolean, task: (progress: Progress) => void): string {
  let text = ''
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    text += String(chunk)
    return true
  })
  const terminal = process.stderr.isTTY
  process.stderr.isTTY = false
  try {
    const progress = createProgress({ verbose })
    task(progress)
    progress.end()
    return text
  } finally {
    process.stderr.isTTY = terminal
    spy.mockRestore()
  }
}

test('each step is a line when it begins and a line when it ends', () => {
  const text = said(false, ({ onStep }) => {
    onStep({ step: 'plan', state: 'started', note: '', seconds: 0 })
    onStep({ step: 'plan', state: 'done', note: 'from 2.4.7\nto 2.4.8', seconds: 1.5 })
    onStep({ step: 'backup', state: 'skipped', note: 'is off', seconds: 0 })
    onStep({ step: 'push', state: 'failed', note: 'refused', seconds: 60 })
  })
  expect(text.split('\n')).toEqual([
    '  plan ...',
    '✓ plan          1.5s  from 2.4.7',
    '- backup              is off',
    '✗ push            1m  refused',
    ''
  ])
})

test('what is of interest only when something is wrong is said when it is asked for', () => {
  const talk = ({ logger }: Progress): void => {
    logger.debug('a detail')
    logger.info('a fact')
    logger.warn('a warning')
  }
  expect(said(false, talk)).toBe('    a fact\n    a warning\n')
  expect(said(true, talk)).toBe('    a detail\n    a fact\n    a warning\n')
})

// F82
test('lines from elsewhere cannot steer the terminal', () => {
  const text = said(false, ({ logger, onStep }) => {
    logger.info('\u001B]0;title\u0007\u001B[2Jgone')
    onStep({ step: 'wait', state: 'failed', note: '\u001B[31mred\u0008', seconds: 1 })
  })
  expect(text).toBe('    gone\n✗ wait            1s  red\n')
})

test('what was skipped, what failed and warnings name flags, and what a step did is left as it is', () => {
  const text = said(false, ({ logger, onStep }) => {
    onStep({ step: 'push', state: 'skipped', note: 'push: false', seconds: 0 })
    onStep({ step: 'plan', state: 'failed', note: 'Set update-app-config: true.', seconds: 1 })
    onStep({ step: 'push', state: 'done', note: 'dry-run on origin', seconds: 1 })
    logger.warn('Set vulnerable-composer: warn.')
    logger.info('the hook printed dry-run')
  })
  expect(text.split('\n').map((line) => line.replace(/ {2,}/g, ' '))).toEqual([
    '- push --no-push',
    '✗ plan 1s Set --update-app-config.',
    '✓ push 1s dry-run on origin',
    ' Set --vulnerable-composer warn.',
    ' the hook printed dry-run',
    ''
  ])
})
