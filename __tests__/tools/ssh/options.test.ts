import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { shellQuote } from '../../../src/shell-quote.js'
import { gitSshCommand, sshOptions, type SshLogin } from '../../../src/tools/ssh/options.js'

const login: SshLogin = {
  identity: { keyFile: '/run/key', certificateFile: null },
  knownHostsFile: '/run/known_hosts',
  hostKey: 'pinned',
  connectTimeoutSeconds: 10
}
const words = (given: Partial<SshLogin> = {}): readonly string[] => sshOptions({ ...login, ...given })

test('a login reads nothing but what it was given, and asks nobody', () => {
  expect(words()).toEqual([
    ...['-F', 'none', '-T', '-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes', '-o', 'IdentityAgent=none'],
    ...['-o', 'UserKnownHostsFile=/run/known_hosts', '-o', 'GlobalKnownHostsFile=/dev/null'],
    ...['-o', 'UpdateHostKeys=no', '-o', 'ServerAliveInterval=15', '-o', 'ServerAliveCountMax=4'],
    ...['-o', 'StrictHostKeyChecking=yes', '-o', 'ForwardAgent=no', '-o', 'ConnectTimeout=10'],
    ...['-o', 'IdentityFile=/run/key']
  ])
})

test('ssh itself takes them as they are meant', () => {
  const text = execFileSync('ssh', ['-G', ...words(), '--', 'user@host.example'], { encoding: 'utf8' })
  const settings = text.trim().split('\n')
  expect(settings).toEqual(
    expect.arrayContaining([
      ...['batchmode yes', 'identitiesonly yes', 'identityagent none', 'updatehostkeys false', 'forwardagent no'],
      ...['stricthostkeychecking true', 'userknownhostsfile /run/known_hosts', 'globalknownhostsfile /dev/null'],
      ...['connecttimeout 10', 'serveraliveinterval 15', 'serveralivecountmax 4', 'requesttty false']
    ])
  )
  expect(settings.filter((line) => line.startsWith('identityfile '))).toEqual(['identityfile /run/key'])
})

test('what differs between logins', () => {
  expect(words({ hostKey: 'accept-new' })).toContain('StrictHostKeyChecking=accept-new')
  expect(words({ keepAliveSeconds: 1 })).toContain('ServerAliveInterval=1')
  const certified = words({ identity: { keyFile: '/run/key', certificateFile: '/run/key-cert.pub' } })
  expect(certified.slice(-2)).toEqual(['-o', 'CertificateFile=/run/key-cert.pub'])
})

test('for git it is one command line, of whatever words', () => {
  const command = gitSshCommand({ ...login, knownHostsFile: "/it's here/known hosts" })
  expect(command).toMatch(/^'ssh' '-F' 'none' '-T' '-o' /)
  const read = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
  expect(read.trim().split('\n')).toEqual(['ssh', ...words({ knownHostsFile: "/it's here/known hosts" })])
  expect(gitSshCommand({ ...login, program: '/run/bin/ssh' })).toMatch(/^'\/run\/bin\/ssh' /)
  expect(shellQuote("a'b'c")).toBe("'a'\\''b'\\''c'")
})
