import { expect, test } from '@jest/globals'
import { explainSshFailure, sshFailureFix } from '../../../src/tools/ssh/failure.js'

const login = 'abc-main-7rqtwti--mymagento@ssh.us-5.magento.cloud'
const explain = (stderr: string): ReturnType<typeof explainSshFailure> =>
  explainSshFailure({ stderr, begun: false, deadlineSeconds: null })

test.each([
  [
    'before it',
    `Your access requires MFA\n${login}: Permission denied (publickey).\n`,
    /refused \(access requires MFA\); .*multi-factor/
  ],
  [
    'in the brackets',
    `${login}: Permission denied (publickey, reason: access requires MFA).\n`,
    /refused \(access requires MFA\)/
  ],
  ['as a reason', `Permission denied (publickey).\n(reason: access requires MFA)\n`, /refused \(access requires MFA\)/],
  [
    'of a service',
    `Hello Jane Doe (UUID: 12345678-1234-4321-8765-123456789012), the service doesn't exist or you do not have access to it.\r\n${login}: Permission denied (publickey).\n`,
    /refused \(service doesn't exist or you do not have access to it\); check environment/
  ],
  [
    'of a service without a refusal',
    "service doesn't exist or you do not have access to it\n",
    /refused \(service doesn't exist or you do not have access to it\)/
  ],
  [
    'that nobody knows',
    `${login}: Permission denied (publickey, reason: account frozen).\n`,
    /refused \(account frozen\); check/
  ]
])('a refusal keeps its reason: %s', (_, stderr, words) => {
  const failure = explain(stderr)
  expect(failure.kind).toBe('login')
  expect(failure.words).toMatch(words)
  expect(failure.words).not.toMatch(/Jane|UUID/)
  expect(sshFailureFix(failure.kind, login)).toContain('SSH access')
})

test('the methods of a login are no reason', () => {
  expect(explain(`${login}: Permission denied (publickey,password).\n`).words).toMatch(/refused; check/)
})
