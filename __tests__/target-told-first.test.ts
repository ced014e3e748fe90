import { expect, test } from '@jest/globals'
import { plan } from '../src/commands/plan.js'
import { headline } from '../src/report/headline.js'
import { composeReport, newRunState } from '../src/run/run-state.js'
import { upgrade } from '../src/commands/upgrade.js'

test.each([
  ['plan', plan],
  ['upgrade', upgrade]
])('%s tells a wrong target before all else, and what else is wrong with it', async (_, command) => {
  const { error } = await command({ target: '2.4.x', workingDirectory: '/nowhere', dirty: 'no' as never })
  expect(error).toMatchObject({ exitCode: 10, message: expect.stringMatching(/^The target "2\.4\.x"/) as unknown })
  expect(error?.message).toContain('The option dirty')
  expect(error?.next).toMatch(/^Accepted are/)
})

test('texts that somebody downloaded are of no environment', () => {
  const told = (environment: string | null): string =>
    headline(composeReport(newRunState({ verdict: 'diagnosed', environment }), [], 1, null, []))
  expect(told(null)).toBe('Found nothing wrong in what was read.')
  expect(told('staging')).toBe('Found nothing wrong in the logs of staging.')
})
