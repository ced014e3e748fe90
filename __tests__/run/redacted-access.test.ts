import { expect, test } from '@jest/globals'
import { redactedReach } from '../../src/run/redacted-access.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import type { Ssh } from '../../src/tools/ssh/ssh.js'

const said = 'password=abc def'
const result = { exitCode: 0, stdout: said, stderr: said, failure: null, failureKind: null }
const ssh = { script: () => Promise.resolve(result) } as unknown as Ssh
const cloud = { activityLog: () => Promise.resolve(said), log: () => Promise.resolve(said) } as unknown as MagentoCloud
const redact = (text: string): string => text.replaceAll('abc def', '***')

test('logs and answers of scripts come without known secrets', async () => {
  const reach = redactedReach(
    { cloud, application: null, ssh: () => Promise.resolve(ssh), hosts: () => Promise.resolve(['u@h']) },
    redact
  )
  const hidden = 'password=***'
  expect(await (await reach.ssh()).script('u@h', '', { timeoutSeconds: 1 })).toEqual({
    ...result,
    stdout: hidden,
    stderr: hidden
  })
  expect(await reach.cloud?.activityLog('a')).toBe(hidden)
  expect(await reach.cloud?.log('deploy', 1)).toBe(hidden)
  expect(await reach.hosts()).toEqual(['u@h'])
})

test('without the API there is none', () => {
  const reach = { cloud: null, application: null, ssh: () => Promise.resolve(ssh), hosts: () => Promise.resolve([]) }
  expect(redactedReach(reach, redact).cloud).toBeNull()
})
