import { expect, test } from '@jest/globals'
import { explainSshFailure, sshFailureCode, sshFailureFix } from '../../../src/tools/ssh/failure.js'

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
    /refused \(service doesn't exist or you do not have access to it\); check that the environment/
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
  expect(explain(`${login}: Permission denied (publickey,password).\n`).words).toMatch(/rejected; check/)
})

const sha = `SHA256:${'aB3+/'.repeat(8)}xyz`
test.each([
  ['host-key', 'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!', /has changed/],
  ['host-key', 'Host key verification failed.', /is unknown/],
  ['host-key', 'No ED25519 host key is known for x', /is unknown/],
  ['login', `${login}: Permission denied (publickey).`, /rejected/],
  ['connection', 'ssh: Could not resolve hostname x', /cannot be resolved/],
  ['connection', 'ssh: connect to host x port 22: Connection refused', /refused/],
  ['connection', 'ssh: connect to host x port 22: Connection timed out', /does not answer/],
  ['connection', 'Timeout, server x not responding.', /does not answer/],
  ['login', 'Load key "x": error in libcrypto', /cannot be read/],
  ['login', 'Load key "x": invalid format', /cannot be read/],
  ['login', 'Load key "x": bad permissions', /cannot be read/],
  ['connection', 'Connection closed by remote host', /connection was lost/]
])('%s: %s', (kind, stderr, words) => {
  const plain = explain(stderr)
  expect([plain.kind, plain.words]).toEqual([kind, expect.stringMatching(words)])
  expect(plain.words).not.toContain('SHA256')
  expect(explain(`${stderr}\nThe fingerprint is ${sha}.`)).toEqual({ kind, words: `${plain.words} (${sha})` })
  expect(explain(`${stderr}\nSHA256:short`).words).toBe(plain.words)
})

test('what the script itself said is nothing of the login', () => {
  const stderr = 'rm: Permission denied'
  const lost = { kind: 'script', words: expect.stringMatching(/connection was lost/) as unknown }
  expect(explainSshFailure({ stderr, begun: true, deadlineSeconds: null })).toEqual(lost)
  for (const begun of [true, false])
    expect(explainSshFailure({ stderr, begun, deadlineSeconds: 7 })).toEqual({
      kind: 'script',
      words: expect.stringMatching(/within 7 seconds/) as unknown
    })
})

test('a reason counts only where the login was refused', () => {
  expect(explain('closed (reason: too many)').kind).toBe('connection')
  expect(explain("the service 'my-app.1' doesn't exist or you do not have access to it").words).toContain("'my-app.1'")
  expect(explain(`${login}: Permission denied (publickey, reason:   frozen  ).`).words).toMatch(/\(frozen\)/)
})

test('what to do, and how the run ends', () => {
  expect((['host-key', 'login', 'connection', 'script'] as const).map(sshFailureCode)).toEqual([
    'preflight-failed',
    'bad-secret',
    null,
    null
  ])
  expect(sshFailureFix('host-key', login)).toMatch(/fingerprint.*known-hosts/)
  expect(sshFailureFix('connection', login)).toContain(`ssh ${login}`)
})
