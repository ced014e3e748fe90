import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createLedger } from '../../src/ledger.js'
import { normalizeOptions, type GivenOptions } from '../../src/run/normalize-options.js'
import { openHostKeys } from '../../src/run/open-host-keys.js'
import { newRunState } from '../../src/run/run-state.js'
import { files } from '../../src/tools/files.js'
import { withPinnedSsh } from '../../src/tools/ssh/pinned-ssh.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import { gitSshCommand } from '../../src/tools/ssh/options.js'
import { startSshServer, type SshServer } from '../helpers/ssh-server.js'

let server: SshServer
beforeEach(async () => {
  server = await startSshServer()
})
afterEach(() => {
  server.stop()
})

interface Outcome {
  /** How a login ended: in words, or `in`. */
  readonly login: string
  readonly warnings: readonly string[]
  readonly fixes: readonly string[]
}
/** A run: what a platform does with host keys, once for each login. */
async function run(given: GivenOptions, logins = 1, between: () => Promise<void> = () => Promise.resolve()) {
  const options = normalizeOptions({ sshHostKey: 'accept-new', ...given }, 'verify')
  const thisRun = { options, facts: newRunState({}), ledger: createLedger(), acceptedHostKeys: [] as string[] }
  let login = ''
  for (let round = 0; round < logins; round += 1) {
    if (round > 0) await between()
    const home = mkdtempSync(server.at('home-'))
    const keys = await openHostKeys(thisRun, home)
    const pinned = { knownHostsFile: keys.knownHostsFile, hostKey: options.sshHostKey }
    await withPinnedSsh(
      files,
      { PATH: process.env['PATH'], HOME: home },
      { ...pinned, folder: files.join(home, 'bin') }
    )
    const ssh = server.open({ ...pinned, program: files.join(home, 'bin', 'ssh') })
    const { failure, failureKind } = await ssh.script(server.target, 'true', { timeoutSeconds: 20 })
    login = failure === null ? 'in' : `${failureKind ?? ''}: ${failure}`
    await keys.keepAccepted()
  }
  const { warnings } = thisRun.facts
  return { login, warnings: warnings.map(({ message }) => message), fixes: warnings.map(({ fix }) => fix) } as Outcome
}
const fingerprint = (): string =>
  execFileSync('ssh-keygen', ['-l', '-f', server.at('host.pub')], { encoding: 'utf8' }).split(' ')[1] ?? ''
const file = (): string => server.at('kept/known_hosts')

test('[F21] a key that was accepted unseen is told, with its fingerprint and the line to store', async () => {
  const { login, warnings, fixes } = await run({})
  expect([login, warnings]).toEqual([
    'in',
    [expect.stringContaining(`accepted without verification (${fingerprint()})`)]
  ])
  expect(warnings[0]).toContain('forgotten after this run')
  const line = /known-hosts and set ssh-host-key: pinned: (.+)$/.exec(fixes[0] ?? '')?.[1] ?? ''
  // What is printed is what can be stored.
  expect(await run({ sshHostKey: 'pinned', knownHosts: line })).toEqual({ login: 'in', warnings: [], fixes: [] })
  await server.changeKey('ed25519')
  expect((await run({ sshHostKey: 'pinned', knownHosts: line })).login).toMatch(/^host-key: .*has changed/)
})

test.each([
  ['of the same kind', 'ed25519', /^host-key: .*has changed/],
  // ssh itself accepts this as a new key, whatever other keys of the host are known.
  ['of another kind', 'ecdsa', /^host-key: /]
] as const)('[F21] with known-hosts-file a changed key %s stops the next run', async (_, kind, failure) => {
  const first = await run({ knownHostsFile: file() })
  expect([first.login, first.warnings[0]]).toEqual(['in', expect.stringContaining(`kept in ${file()}`)])
  expect(await run({ knownHostsFile: file() })).toEqual({ login: 'in', warnings: [], fixes: [] })
  expect(await run({ knownHostsFile: file(), sshHostKey: 'pinned' })).toMatchObject({ login: 'in', warnings: [] })
  const before = readFileSync(file(), 'utf8')
  await server.changeKey(kind)
  const changed = await run({ knownHostsFile: file() })
  expect([changed.login, changed.warnings]).toEqual([expect.stringMatching(failure), []])
  expect(readFileSync(file(), 'utf8')).toBe(before)
})

test.each(['ed25519', 'ecdsa'] as const)('[F21] a key that changes within a run stops it: %s', async (kind) => {
  const { login, warnings } = await run({}, 2, () => server.changeKey(kind))
  expect([login, warnings.length]).toEqual([expect.stringMatching(/^host-key: /), 1])
})

test('what the file holds already stays, and a file that cannot be used is told', async () => {
  writeFileSync(server.at('mine'), '# mine\nexample.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==\n')
  await run({ knownHostsFile: server.at('mine') })
  expect(readFileSync(server.at('mine'), 'utf8')).toMatch(/^example\.com .*\n\[127\.0\.0\.1\]:\d+ ssh-ed25519 \S+\n$/)
  await expect(run({ knownHostsFile: server.at('.') })).rejects.toThrow(/known-hosts-file cannot be read/)
  const beneath = await run({ knownHostsFile: server.at('mine/known_hosts') })
  expect(beneath.warnings).toEqual([
    expect.stringContaining('forgotten after this run'),
    expect.stringContaining('could not be written')
  ])
})

test('pinned keys need lines in one of the two places', async () => {
  await expect(run({ sshHostKey: 'pinned', knownHostsFile: file() })).rejects.toThrow(/has none/)
  expect(existsSync(file())).toBe(false)
})

test('git goes to the platform by the same rule', async () => {
  const known = server.knownAs('host')
  await server.changeKey('ecdsa')
  const folder = server.at('bin')
  await withPinnedSsh(files, { PATH: process.env['PATH'] }, { folder, knownHostsFile: known, hostKey: 'accept-new' })
  const identity = { keyFile: server.at('user'), certificateFile: null }
  const login = { identity, knownHostsFile: known, hostKey: 'accept-new', connectTimeoutSeconds: 10 } as const
  const command = gitSshCommand({ ...login, program: files.join(folder, 'ssh') })
  const { exitCode, stderr } = await createRunCommand()(['git', 'ls-remote', `${server.target}/nothing.git`], {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_SSH_COMMAND: command }
  })
  expect([exitCode, stderr]).toEqual([128, expect.stringContaining('Host key verification failed')])
})
