import { expect, test } from '@jest/globals'
import { redactedAccess } from '../../src/run/redacted-access.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import type { Ssh } from '../../src/tools/ssh/ssh.js'

const said = 'password=abc def'
const result = { exitCode: 0, stdout: said, stderr: said, failure: null, failureKind: null }
const ssh = { script: () => Promise.resolve(result) } as unknown as Ssh
const cloud = { activityLog: () => Promise.resolve(said), log: () => Promise.resolve(said) } as unknown as MagentoCloud
const redact = (text: string): string => text.replaceAll('abc def', '***')

test('logs and answers of scripts come without known secrets', async () => {
  const access = redactedAccess(
    {
      cloud,
      application: null,
      environment: 'integration',
      ssh: () => Promise.resolve(ssh),
      hosts: () => Promise.resolve(['u@h'])
    },
    redact
  )
  const hidden = 'password=***'
  expect(await (await access.ssh()).script('u@h', '', { timeoutSeconds: 1 })).toEqual({
    ...result,
    stdout: hidden,
    stderr: hidden
  })
  expect(await access.cloud?.activityLog('a')).toBe(hidden)
  expect(await access.cloud?.log('deploy', 1)).toBe(hidden)
  expect(await access.hosts()).toEqual(['u@h'])
})

test('without the API there is none', () => {
  const access = {
    cloud: null,
    application: null,
    environment: 'integration',
    ssh: () => Promise.resolve(ssh),
    hosts: () => Promise.resolve([])
  }
  expect(redactedAccess(access, redact).cloud).toBeNull()
})
