import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { currentHost } from '../../../src/tools/host.js'
import {
  makeOwnedFolder,
  makePrivateFolder,
  ownedFolderName,
  removeOrphanedFolders,
  removePrivateFolder,
  temporaryFolder,
  userFolder
} from '../../../src/tools/files/private-folder.js'

let parent: string
let mine: string
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'private-folder-'))
  mine = await userFolder(parent)
  process.env['RUNNER_TEMP'] = parent
})
afterEach(() => {
  delete process.env['RUNNER_TEMP']
  rmSync(parent, { recursive: true, force: true })
})

const machine = currentHost().process?.machine ?? ''

/** A process that has ended, as its folders name it. */
async function ended(): Promise<{ machine: string; pid: number; began: string }> {
  const child = spawn('true')
  await new Promise((resolve) => child.once('close', resolve))
  return { machine, pid: child.pid ?? 0, began: '12345' }
}

function leave(name: string, mode = 0o700): string {
  const path = join(mine, name)
  mkdirSync(path, { mode })
  chmodSync(path, mode)
  writeFileSync(join(path, 'auth.json'), 'keys')
  return path
}

test('private folders lie in one folder of the process below RUNNER_TEMP, which goes with the last of them', async () => {
  const [one, two] = [await makePrivateFolder('platform'), await makePrivateFolder('composer')]
  expect(dirname(one)).toBe(dirname(two))
  expect(dirname(dirname(one))).toBe(mine)
  expect(dirname(mine)).toBe(parent)
  await removePrivateFolder(one)
  expect(existsSync(two)).toBe(true)
  await removePrivateFolder(two)
  expect(readdirSync(mine)).toEqual([])
  expect(existsSync(await makePrivateFolder('again'))).toBe(true)
})

test('a RUNNER_TEMP that is not there is not used', () => {
  expect(temporaryFolder({ RUNNER_TEMP: join(parent, 'missing') })).toBe(tmpdir())
  expect(temporaryFolder({ RUNNER_TEMP: '' })).toBe(tmpdir())
})

test('[F79] what a killed run has left is removed by the next one, and nothing else', async () => {
  const gone = await ended()
  const left = leave(`${ownedFolderName('run', gone)}-aaaaaa`)
  const unfinished = leave(`${ownedFolderName('backup', gone)}-bbbbbb`)
  const own = await makeOwnedFolder('run', parent)
  const backup = leave(`${ownedFolderName('backup', gone)}-cccccc`)
  writeFileSync(join(backup, 'manifest.json'), '{}')
  const open = leave(`${ownedFolderName('run', gone)}-dddddd`, 0o755)
  const elsewhere = leave(`${ownedFolderName('run', { ...gone, machine: 'another' })}-eeeeee`)
  const old = leave(`${ownedFolderName('run', { ...gone, machine: 'another' })}-ffffff`)
  utimesSync(old, new Date(0), new Date(0))
  const other = leave('report-gggggg')
  const target = leave('somebody-elses')
  const link = join(mine, `${ownedFolderName('run', gone)}-hhhhhh`)
  symlinkSync(target, link)
  // Links inside are removed, not followed.
  symlinkSync(target, join(left, 'link'))
  const foreign = leave(`${ownedFolderName('run', gone)}-iiiiii`)
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(foreign, 12345, 12345)
  else rmSync(foreign, { recursive: true })
  const removed = await removeOrphanedFolders([parent])
  expect([...removed].sort()).toEqual([left, unfinished, old].sort())
  const kept = [own, backup, open, elsewhere, other, target, link, ...(isRoot ? [foreign] : [])]
  expect(readdirSync(mine).sort()).toEqual(kept.map((path) => basename(path)).sort())
  expect(existsSync(join(target, 'auth.json'))).toBe(true)
})

test('the folder of another process that runs is kept, and removed after it was killed', async () => {
  const child = spawn('sleep', ['60'])
  try {
    const pid = child.pid ?? 0
    const stat = (await import('node:fs')).readFileSync(`/proc/${pid}/stat`, 'utf8')
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    const folder = leave(`${ownedFolderName('run', { machine, pid, began })}-aaaaaa`)
    expect(await removeOrphanedFolders([parent])).toEqual([])
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    expect(await removeOrphanedFolders([parent])).toEqual([folder])
  } finally {
    child.kill('SIGKILL')
  }
})

test('a parent that is missing is no error', async () => {
  expect(await removeOrphanedFolders([join(parent, 'missing')])).toEqual([])
})

test('a folder of the user that somebody else may change, or that is a link, is not used', async () => {
  chmodSync(mine, 0o777)
  await expect(makePrivateFolder('platform')).rejects.toThrow('not a folder that only this user can change')
  rmSync(mine, { recursive: true })
  symlinkSync(parent, mine)
  await expect(makePrivateFolder('platform')).rejects.toThrow('not a folder that only this user can change')
})
