import { afterAll, expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepReport } from '../../../src/action/keep-report.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import { files } from '../../../src/tools/files.js'
import { makeFolders } from '../../../src/tools/files/make-folders.js'
import { writeReport } from '../../../src/run/write-report.js'

const folder = mkdtempSync(join(tmpdir(), 'folders-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const report = {} as UpgradeReport

test('a folder is made with all above it', async () => {
  await Promise.all([makeFolders(join(folder, 'a/b/c'), 0o700), makeFolders(join(folder, 'a/b/d'), 0o700)])
  for (const name of ['a', 'a/b', 'a/b/c', 'a/b/d']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700)
})

// Node's own recursive mkdir never comes back from there.
test.each(['/proc/x/y', '/proc/self/fdinfo/x/y/z'])('below %s nothing is waited for', async (path) => {
  await expect(makeFolders(path)).rejects.toThrow(/^the folder \/proc\/\S+ cannot be created: .*\(ENOENT\)$/)
  await expect(writeReport(report, join(path, 'report.json'))).rejects.toThrow(/cannot be created/)
  await expect(files.write(join(path, 'file'), '')).rejects.toThrow(/cannot be created/)
  await expect(files.makePrivateFolder(path)).rejects.toThrow(/cannot be created/)
})

test('a file in the way is named', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(makeFolders(join(folder, 'file/below'))).rejects.toThrow(
    /file\/?\S* cannot be created: a file is in its way/
  )
  await expect(makeFolders(join(folder, 'file'))).rejects.toThrow(/a file is in its way/)
})

test('a report that cannot be written is a warning with the reason', async () => {
  const warnings: string[] = []
  const path = await keepReport(report, '/proc/x/y', { warn: (text) => void warnings.push(text) })
  expect([path, warnings]).toEqual([
    '',
    [
      'The report could not be written: the folder /proc/x cannot be created: its file system does not allow folders there (ENOENT)'
    ]
  ])
  expect(existsSync('/proc/x')).toBe(false)
})
