import { expect, test } from '@jest/globals'
import { normalizeOptions } from '../../../src/run/normalize-options.js'
import { cliRelease } from '../../../src/tools/magento-cloud/cli-release.js'

const sum = 'A1'.repeat(32)
const messages = (version: string, sha256 = '', url = ''): string[] =>
  cliRelease({ version, sha256, url }).problems.map(({ message }) => message)

test('nothing is installed unless a version is given', () => {
  expect(cliRelease({ version: '', sha256: '', url: '' })).toEqual({ release: null, problems: [] })
  expect(messages('', sum, 'https://mirror.example/x')).toEqual([
    'The option cli-sha256 has no effect without cli-version.',
    'The option cli-url has no effect without cli-version.'
  ])
})

test('a version that is known needs no checksum; a given one comes first', () => {
  expect(cliRelease({ version: '1.47.0', sha256: '', url: '' }).release).toEqual({
    version: '1.47.0',
    sha256: 'fc2cc75906bf3b5816e31f9bd1a711d028fc004f0e961a609fb61c683acb93d1',
    url: 'https://accounts.magento.cloud/sites/default/files/magento-cloud-v1.47.0.phar'
  })
  const mirrored = { version: '1.47.0', sha256: ` ${sum}`, url: 'https://mirror.example/{version}/cli-{version}.phar' }
  expect(cliRelease(mirrored).release).toEqual({
    version: '1.47.0',
    sha256: 'a1'.repeat(32),
    url: 'https://mirror.example/1.47.0/cli-1.47.0.phar'
  })
})

test.each([
  ['latest', sum, '', 'cli-version is latest'],
  ['../../1.47.0', sum, '', 'cli-version is ../../1.47.0'],
  ['1.48.0', '', '', 'checksum of magento-cloud 1.48.0 is not built in'],
  ['1.48.0', 'abc', '', 'cli-sha256 is not a SHA-256'],
  ['1.47.0', '', 'mirror/cli.phar', 'cli-url is not an address'],
  ['1.47.0', '', 'http://mirror.example/cli.phar', 'cli-url is not https'],
  ['1.47.0', '', 'http://127.0.0.1.mirror.example/cli.phar', 'cli-url is not https'],
  ['1.47.0', '', 'file:///cli.phar', 'cli-url is not https'],
  ['1.47.0', '', 'https://user:secret@mirror.example/cli.phar', 'cli-url contains a user or password']
])('refuses %j with %j from %j', (version, sha256, url, told) => {
  expect(messages(version, sha256, url)).toEqual([expect.stringContaining(told)])
})

test('everything wrong is told at once, with the other options', () => {
  const given = { cliVersion: '1.48.0', cliUrl: 'http://mirror.example/', install: 'quick' } as never
  for (const command of ['upgrade', 'backup', 'verify', 'diagnose'] as const)
    expect(() => normalizeOptions(given, command)).toThrow(/install.*checksum.*cli-url is not https/s)
})

test('http is for loopback alone', () => {
  for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:1'])
    expect(messages('1.47.0', '', `http://${host}/cli.phar`)).toEqual([])
})
