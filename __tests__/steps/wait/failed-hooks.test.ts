import { describe, expect, test } from '@jest/globals'
import { failedHook, failedHookTrace } from '../../../src/steps/wait/failed-hooks.js'

const hook = (type: string, exitCode = 1): { type: string; exitCode: number } => ({ type, exitCode })

describe('what the API says of hooks', () => {
  test.each([
    ['failed', [hook('deploy', 3)], /deploy hook .*exit code 3/],
    ['failed', [hook('post_deploy'), hook('build', 2)], /build hook .*exit code 2/],
    ['degraded', [hook('post_deploy', 4)], /post_deploy hook .*exit code 4/],
    ['degraded', [hook('post-deploy')], /post-deploy hook/]
  ] as const)('%s: %j', (verdict, failedHooks, reason) => {
    const found = failedHook({ failedHooks: [...failedHooks] }, 'Deploy was failed')
    expect(found).toEqual({ verdict, reasons: [expect.stringMatching(reason)] })
  })

  test('goes before the log, which is read where it says nothing', () => {
    expect(failedHook({ failedHooks: [] }, null)).toBeNull()
    expect(failedHook({ failedHooks: [] }, 'Deploy was failed')?.verdict).toBe('failed')
  })
})

describe('what a log shows', () => {
  const row = (level: string, code: string): string => `[2026-01-01T10:03:00+00:00] ${level}: ${code} Said so`
  const inHook = (name: string, line: string): string =>
    `Building\nExecuting ${name} hook for application mymagento\n    ${line}  \n`

  test.each([
    ['failed', '  Post-deploy is skipped because deploy was failed.  '],
    ['failed', row('CRITICAL', '[100]')],
    ['failed', row('ERROR', '[199]')],
    ['degraded', row('CRITICAL', '[200]')],
    ['degraded', row('error', '[299]')],
    ['degraded', '  Post-deploy is skipped  '],
    ['degraded', 'Post deploy is skipped'],
    ['degraded', 'Postdeploy is skipped']
  ])('%s: %s', (verdict, line) => {
    expect(failedHookTrace(`first\n${line}\nlast`)).toEqual({ verdict, reasons: [`Its log says: ${line.trim()}`] })
  })

  test.each([
    row('ERROR', '[99]'),
    row('ERROR', '[300]'),
    row('ERROR', '[1000]'),
    row('ERROR', '[2002]'),
    row('WARNING', '[126]'),
    row('ERROR', 'nothing'),
    'deploy is skipped',
    ''
  ])('nothing: %s', (line) => {
    expect(failedHookTrace(`first\n${line}\nlast`)).toBeNull()
  })

  test.each([
    ['failed', 'deploy', row('ERROR', '[1]')],
    ['failed', 'deploy', row('CRITICAL', '[2002]')],
    ['degraded', 'post deploy', row('ERROR', '[255]')],
    ['degraded', 'post deploy', row('ERROR', '[1]')]
  ])('%s: in the %s hook, %s', (verdict, name, line) => {
    const found = failedHookTrace(inHook(name.replace(' ', '_'), line)) ?? failedHookTrace(inHook(name, line))
    expect(found).toEqual({ verdict, reasons: [`Its log says: ${line}`] })
  })

  test.each([
    ['deploy', row('WARNING', '[1]')],
    ['deploy', row('ERROR', 'no code')],
    ['build', row('ERROR', '[1]')]
  ])('nothing: in the %s hook, %s', (name, line) => {
    expect(failedHookTrace(inHook(name, line))).toBeNull()
  })
})
