import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning, startTimeOf } from '../../../sandbox/services/process-tree.js'
import { startProcess, stopRecordedProcesses } from '../../../sandbox/services/process.js'

let directory = ''
const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' }

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'process-test-'))
})

afterEach(async () => {
  await stopRecordedProcesses(directory)
  await rm(directory, { recursive: true, force: true })
})

const start = (script: string, ready: () => Promise<boolean>, deadlineSeconds = 10) =>
  startProcess(['bash', '-c', script], { directory, name: 'program', env, ready, deadlineSeconds })

const read = async (name: string): Promise<number> => Number(await readFile(join(directory, name), 'utf8'))
const written = (name: string) => async (): Promise<boolean> => (await read(name)) > 0

test('ends the children too, even those in a session of their own', async () => {
  const child = `setsid bash -c 'echo $$ >${directory}/child; exec sleep 300' & wait`
  const running = await start(child, written('child'))
  const pid = await read('child')
  expect(isRunning(pid)).toBe(true)
  await running.stop()
  expect([isRunning(pid), isRunning(running.pid)]).toEqual([false, false])
  expect(existsSync(join(directory, 'pids', 'program.pid'))).toBe(false)
  await running.stop()
})

test('says what the program said when it ends before it is ready', async () => {
  const never = (): Promise<boolean> => Promise.resolve(false)
  await expect(start('echo no such setting >&2; exit 3', never)).rejects.toThrow('no such setting')
})

test('gives up at the deadline and leaves nothing running', async () => {
  const attempt = start(`echo $$ >${directory}/self; exec sleep 300`, () => Promise.resolve(false), 1)
  await expect(attempt).rejects.toThrow('did not become ready')
  expect(isRunning(await read('self'))).toBe(false)
})

test('says that a program is missing', async () => {
  const ready = (): Promise<boolean> => Promise.resolve(true)
  const attempt = startProcess([join(directory, 'missing')], { directory, name: 'missing', env, ready })
  await expect(attempt).rejects.toThrow('missing could not be started')
})

test('ends a process that an earlier run recorded, but no other one with its id', async () => {
  const running = await start('exec sleep 300', () => Promise.resolve(true))
  const bystander = spawn('sleep', ['300'])
  const id = bystander.pid ?? 0
  await writeFile(join(directory, 'pids', 'reused.pid'), `${id} ${Number(startTimeOf(id)) - 1}\n`)
  await stopRecordedProcesses(directory)
  expect([isRunning(running.pid), isRunning(id)]).toEqual([false, true])
  bystander.kill()
})
