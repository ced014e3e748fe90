import { afterAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuseWorkTree } from '../../../src/steps/backup/backup-folder.js'
import { files } from '../../../src/tools/files.js'

const folder = mkdtempSync(join(tmpdir(), 'work-tree-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
mkdirSync(join(folder, 'shop/.git'), { recursive: true })
mkdirSync(join(folder, 'shop/sub'))
symlinkSync('shop', join(folder, 'link'))

const check = (backupDirectory: string, workingDirectory = 'shop'): Promise<void> =>
  refuseWorkTree(files, { backupDirectory, workingDirectory: join(folder, workingDirectory) })

// F08
test.each(['shop', 'shop/new/dumps', 'link/dumps', 'other/../shop/sub'])('%s is refused', async (path) => {
  await expect(check(join(folder, path))).rejects.toMatchObject({ code: 'bad-input' })
  await expect(check(join(folder, path), 'shop/sub')).rejects.toMatchObject({ code: 'bad-input' })
})

test.each(['shop-backups', 'dumps'])('%s is taken', async (path) => {
  await expect(check(join(folder, path))).resolves.toBeUndefined()
})

test('a private folder is none of the checkout', async () => {
  await expect(check('')).resolves.toBeUndefined()
})
