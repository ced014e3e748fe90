import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../helpers/until.js'
import { createIsolation } from '../../../src/tools/isolation/isolation.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { makeOwnedFolder, makePrivateFolder, removePrivateFolder } from '../../../src/tools/files/private-folder.js'

const env = { PATH: process.env['PATH'] ?? '' }
const run = createRunCommand()
let parent: string
let checkout: string
let tree: string
let secret: string

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'isolation-'))
  process.env['RUNNER_TEMP'] = parent
  mkdirSync(join(parent, '_runner_file_commands'))
  writeFileSync(join(parent, '_runner_file_commands', 'set_env'), 'CANARY')
  writeFileSync(join(parent, 'git-credentials-1.config'), 'CANARY')
  checkout = join(parent, 'checkout')
  mkdirSync(join(checkout, '.git'), { recursive: true })
  writeFileSync(join(checkout, '.git', 'config'), '')
  tree = await makePrivateFolder('tree')
  secret = await makePrivateFolder('platform')
  writeFileSync(join(secret, 'ssh-key'), 'CANARY', { mode: 0o600 })
})
afterAll(async () => {
  await removePrivateFolder(tree)
  await removePrivateFolder(secret)
  delete process.env['RUNNER_TEMP']
  rmSync(parent, { recursive: true })
})

const world = (): { writable: string[]; sealed: string[]; hidden: string[] } => ({
  writable: [tree],
  sealed: [checkout],
  hidden: []
})

// F55
test('a command sees neither our processes nor our private folders, and changes nothing but its own folder', async () => {
  const missing: string[] = []
  const isolation = createIsolation(run, (why) => missing.push(why))
  const script = `
    for file in /proc/[0-9]*/environ; do tr '\\0' '\\n' <"$file" 2>/dev/null; done
    cat '${secret}/ssh-key' '${parent}/git-credentials-1.config' '${parent}/_runner_file_commands/set_env' 2>/dev/null
    echo evil 2>/dev/null >>'${checkout}/.git/config'; [ ! -w /usr/lib ] || echo CANARY-writable
    umount '${secret}/..' 2>/dev/null; umount /proc 2>/dev/null; cat '${secret}/ssh-key' 2>/dev/null
    ls -d /proc/${process.pid} 2>/dev/null; echo good >'${tree}/made'; echo temporary >"$(mktemp)"; echo "$NAME"; id -u; exit 7`
  process.env['CANARY_OF_PARENT'] = 'CANARY'
  const ended = await isolation.run(['sh', '-c', script], { env: { ...env, NAME: 'named' }, cwd: tree }, world())
  expect(missing).toEqual([])
  expect(ended.exitCode).toBe(7)
  expect(ended.stdout).not.toContain('CANARY')
  expect(ended.stdout).toContain('named\n')
  expect(ended.stdout).not.toContain(`/proc/${process.pid}`)
  expect(readFileSync(join(checkout, '.git', 'config'), 'utf8')).toBe('')
  expect(readFileSync(join(tree, 'made'), 'utf8')).toBe('good\n')
  expect(ended.stdout.trim().endsWith(String(process.getuid?.()))).toBe(true)
})

test('what another run keeps private is not seen either where that run starts later', async () => {
  const isolation = createIsolation(run, () => undefined)
  const [waiting, go] = [join(tree, 'waiting'), join(tree, 'go')]
  const script = `touch '${waiting}'; until [ -e '${go}' ]; do sleep 0.05; done
    cat '${parent}'/magento-cloud-upgrade-*/*/later "$(cat '${go}')/later" 2>/dev/null; echo ended`
  const running = isolation.run(['sh', '-c', script], { env, cwd: tree, timeoutSeconds: 60 }, world())
  await until(() => existsSync(waiting))
  const other = await makeOwnedFolder('run', parent)
  writeFileSync(join(other, 'later'), 'CANARY')
  writeFileSync(join(tree, 'going'), other)
  renameSync(join(tree, 'going'), go)
  expect(await running).toMatchObject({ exitCode: 0, stdout: 'ended\n' })
})

test('where namespaces are not to be had the command runs all the same, and that is said once', async () => {
  const missing: string[] = []
  const without: typeof run = (argv, options) =>
    run(argv[0] === 'unshare' || argv[0] === 'sudo' ? ['false'] : argv, options)
  const isolation = createIsolation(without, (why) => missing.push(why))
  const first = await isolation.run(['sh', '-c', 'echo out; exit 3'], { env, cwd: tree }, world())
  expect(first).toMatchObject({ exitCode: 3, stdout: 'out\n' })
  expect((await isolation.run(['true'], { env, cwd: tree }, world())).exitCode).toBe(0)
  expect(missing).toEqual(['this machine allows neither user namespaces nor sudo without a password'])
})

test('a deadline ends a command in its namespace, with what it started', async () => {
  const isolation = createIsolation(run, () => undefined)
  const pidFile = join(tree, 'inner')
  const script = `trap '' TERM; sh -c 'trap "" TERM; while :; do date >"${pidFile}"; sleep 0.1; done' & wait`
  const ended = await isolation.run(['sh', '-c', script], { env, cwd: tree, timeoutSeconds: 1 }, world())
  expect(ended.timedOut).toBe(true)
  rmSync(pidFile, { force: true })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(() => readFileSync(pidFile)).toThrow('ENOENT')
})

test('[F49] a command that is killed, as for memory, has the exit code of that; a polite end is quick', async () => {
  const isolation = createIsolation(run, () => undefined)
  const killed = await isolation.run(['sh', '-c', 'kill -KILL $$'], { env, cwd: tree }, world())
  expect(killed.exitCode).toBe(137)
  const ended = await isolation.run(['sleep', '60'], { env, cwd: tree, timeoutSeconds: 0.5 }, world())
  expect(ended).toMatchObject({ exitCode: 143, timedOut: true })
})
