import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unexpectedError } from '../../src/run/unexpected-error.js'
import { userFolder } from '../../src/tools/files/private-folder.js'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'unexpected-error-'))
})
afterEach(() => {
  rmSync(parent, { recursive: true })
})

test.each<[string, (path: string) => void]>([
  [
    'a folder that everybody may change',
    (path) => {
      mkdirSync(path)
      chmodSync(path, 0o777)
    }
  ],
  [
    'a file',
    (path) => {
      writeFileSync(path, '')
    }
  ]
])('%s in the place of the private folders is no bug of ours', async (_, put) => {
  const path = join(parent, `magento-cloud-upgrade-user-${process.getuid?.() ?? 0}`)
  put(path)
  const thrown = await userFolder(parent).catch((reason: unknown) => reason)
  expect(unexpectedError(thrown)).toMatchObject({
    code: 'preflight-failed',
    exitCode: 12,
    message: `${path} is not a folder that only this user can change.`,
    next: expect.stringContaining('TMPDIR')
  })
})

test('anything else that was thrown is one', () => {
  expect(unexpectedError(new TypeError('x is undefined'))).toMatchObject({ code: 'internal-error', exitCode: 1 })
  expect(unexpectedError('words').message).toContain('words')
})
