import { expect, test } from '@jest/globals'
import { httpRepositories } from '../../src/project/composer-repositories.js'
import { magentoKeys } from '../../src/project/magento-keys.js'

const keys = { username: 'public-key', password: 'private-key' }
const hostsFor = (urls: readonly string[], host = ''): readonly string[] => {
  const repositories = httpRepositories(urls.map((url) => ({ type: 'composer', url })))
  return Object.keys(magentoKeys({ ...keys, host, repositories })?.['http-basic'] ?? {})
}

test.each([
  ['the Magento repository', ['https://repo.magento.com/'], '', 'repo.magento.com'],
  ['the Magento repository among others', ['https://a.example', 'https://repo.magento.com'], '', 'repo.magento.com'],
  ['the spelling of composer.json', ['https://Repo.Magento.com'], '', 'Repo.Magento.com'],
  ['https where Composer may choose', ['https?://repo.magento.com'], '', 'repo.magento.com'],
  [
    'the named host',
    ['https://repo.magento.com', 'https://mirror.example:8443/x'],
    'mirror.example:8443',
    'mirror.example:8443'
  ],
  ['the named host as an address', ['https://mirror.example'], 'https://mirror.example/', 'mirror.example'],
  ['the one repository of this machine', ['http://127.0.0.1:8080'], '', '127.0.0.1:8080'],
  ['a named repository of this machine over http', ['http://localhost:1', 'http://[::1]:2'], '[::1]:2', '[::1]:2']
])('keys go to %s', (_, urls, host, owner) => {
  expect(hostsFor(urls, host)).toEqual([owner])
})

test.each([
  ['a single repository that nobody named', ['https://evil.example'], ''],
  ['one over http', ['http://repo.magento.com'], ''],
  ['one that is reached over http as well', ['https://repo.magento.com', 'http://repo.magento.com/b'], ''],
  ['a named one over http', ['http://mirror.example'], 'mirror.example'],
  ['a host that only looks like it', ['https://repo.magento.com.evil.example'], ''],
  ['a user that only looks like it', ['https://repo.magento.com@evil.example'], ''],
  ['another host than the named one', ['https://evil.example'], 'mirror.example'],
  ['one of two of this machine', ['http://127.0.0.1:1', 'http://127.0.0.1:2'], ''],
  ['none', [], '']
])('keys never go to %s', (_, urls, host) => {
  expect(() => hostsFor(urls, host)).toThrow(expect.objectContaining({ code: 'bad-secret', exitCode: 11 }))
})

test('the error names what composer.json names, and the option', () => {
  expect(() => hostsFor(['https://evil.example'])).toThrow(
    /for repo\.magento\.com, but composer\.json names evil\.example/
  )
  expect(() => hostsFor(['https://evil.example'])).toThrow(
    expect.objectContaining({ next: expect.stringContaining('composer-host') })
  )
})

test.each(['a b', 'http://plain.example', 'user@host.example', 'host/path', '-x'])('%s is no composer-host', (host) => {
  expect(() => hostsFor(['https://repo.magento.com'], host)).toThrow(expect.objectContaining({ code: 'bad-input' }))
})

test.each(['username', 'password'] as const)('F01: an empty %s is named', (name) => {
  const given = { ...keys, [name]: '', host: '', repositories: [] }
  expect(() => magentoKeys(given)).toThrow(new RegExp(`composer-${name} is empty`))
})
