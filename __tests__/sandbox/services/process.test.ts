import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '../../../sandbox/services/process-tree.js'
import { startProcess } from '../../../sandbox/services/process.js'

let directory = ''
const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' }

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'process-test-'))
})

afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

async function until(condition: () => boolean): Promise<boolean> {
  const deadline = performance.now() + 5000
  while (!condition() && performance.now() < deadline) await new Promise(setImmediate)
  return condition()
}

const start = (script: string, isReady: () => Promise<boolean>, readySeconds = 10) =>
  startProcess(['bash', '-c', script], { directory, name: 'program', env, isReady, readySeconds })

const read = async (name: string): Promise<number> => Number(await readFile(join(directory, name), 'utf8'))
const written = (name: string) => async (): Promise<boolean> => (await read(name).catch(() => 0)) > 0

test('ends the whole group', async () => {
  const running = await start(`bash -c 'echo $$ >${directory}/child; exec sleep 300' & wait`, written('child'))
  const pid = await read('child')
  expect(isRunning(pid)).toBe(true)
  expect(await read(join('pids', 'program'))).toBe(running.pid)
  await running.stop()
  await expect(until(() => !isRunning(pid))).resolves.toBe(true)
  expect(isRunning(running.pid)).toBe(false)
})

test('says what the program said when it ends before it is ready', async () => {
  const never = (): Promise<boolean> => Promise.resolve(false)
  await expect(start('echo no such setting >&2; exit 3', never)).rejects.toThrow('no such setting')
})

test('gives up at the deadline and leaves nothing running', async () => {
  const attempt = start(`echo $$ >${directory}/self; exec sleep 300`, () => Promise.resolve(false), 1)
  await expect(attempt).rejects.toThrow('did not start')
  expect(isRunning(await read('self'))).toBe(false)
})

test('says that a program is missing', async () => {
  const isReady = (): Promise<boolean> => Promise.resolve(false)
  const attempt = startProcess([join(directory, 'missing')], { directory, name: 'missing', env, isReady })
  await expect(attempt).rejects.toThrow('missing did not start')
})
