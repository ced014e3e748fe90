import { expect, test } from '@jest/globals'
import { readInBandStatus } from '../../src/project/in-band-status.js'
import { explainSshFailure } from '../../src/project/ssh-failure.js'

test.each([
  ['', { exitCode: null, begun: false, output: '' }],
  ['banner only\n', { exitCode: null, begun: false, output: '' }],
  ['banner\nn begin\nhalf', { exitCode: null, begun: true, output: 'half' }],
  ['\nn begin\nall\n\nn end 0\n', { exitCode: 0, begun: true, output: 'all\n' }],
  ['\nn begin\n\nn end 255\n', { exitCode: 255, begun: true, output: '' }],
  // The status line itself is cut off: what is there is no number.
  ['\nn begin\nall\nn end ', { exitCode: null, begun: true, output: 'all' }]
])('%j', (stdout, expected) => {
  expect(readInBandStatus('n', stdout)).toEqual(expected)
})

test('a login is blamed only where the script never began', () => {
  const stderr = 'rm: cannot remove x: Permission denied'
  expect(explainSshFailure({ stderr, begun: true, deadlineSeconds: null })).toMatchObject({
    kind: 'script',
    words: expect.stringContaining('connection was lost')
  })
  expect(explainSshFailure({ stderr, begun: false, deadlineSeconds: null }).kind).toBe('login')
  expect(explainSshFailure({ stderr, begun: true, deadlineSeconds: 5 }).words).toMatch(/within 5 seconds/)
})
