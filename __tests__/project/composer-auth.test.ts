import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mergeComposerAuth, parseComposerAuth } from '../../src/project/composer-auth.js'
import { expectMagentoKeys } from '../../src/steps/preflight/expect-magento-keys.js'
import { authForHosts, projectHosts } from '../../src/project/project-hosts.js'

const basic = (
  host: string,
  password: string
): { 'http-basic': Record<string, { username: string; password: string }> } => ({
  'http-basic': { [host]: { username: 'key', password } }
})

test('the stronger source wins with the whole of a host, whatever kind the weaker one has', () => {
  const merged = mergeComposerAuth([
    { name: 'COMPOSER_AUTH', auth: basic('a.example', 'given') },
    { name: 'auth.json', auth: { bearer: { 'a.example': 'old', 'b.example': 'token' } } }
  ])
  // Composer itself would prefer the bearer token to the pair.
  expect(merged.auth).toEqual({ ...basic('a.example', 'given'), bearer: { 'b.example': 'token' } })
  expect(Object.fromEntries(merged.origins)).toEqual({ 'a.example': 'COMPOSER_AUTH', 'b.example': 'auth.json' })
  expect(merged.passedOver).toEqual([{ host: 'a.example', source: 'auth.json' }])
  expect(merged.problems).toMatchObject([{ id: 'composer-auth-sources', severity: 'warning' }])
})

test('F06: sources that agree are no news', () => {
  const source = basic('a.example', 'same')
  expect(
    mergeComposerAuth([
      { name: 'a', auth: source },
      { name: 'b', auth: source }
    ]).problems
  ).toEqual([])
})

test.each([
  '{"http-basic": []}',
  '\uFEFF{"http-basic": {}}',
  '{"github-oauth": {"github.com": "t"}, "gitlab-token": {"g.example": {"username": "u", "token": "t"}}}',
  '{"gitlab-oauth": {"g.example": {"token": "t", "expires-at": 1}}, "gitlab-domains": ["g.example"]}',
  '{"custom-headers": {"h.example": ["X-Key: abc"]}, "client-certificate": {"c.example": {"local_cert": "/c.pem"}}}',
  '{"forgejo-token": {"f.example": {"username": "u", "token": "t"}}, "bearer": {"b.example": "t"}}'
])('reads what Composer reads: %s', (text) => {
  expect(parseComposerAuth('auth.json', text)).toEqual(expect.anything())
})

test.each([
  ['{"http-basic": {"h.example": CANARY', 'is not JSON'],
  ['[]', 'at the top level'],
  ['{"http-basic": {"h.example": {"username": "CANARY"}}}', 'http-basic.h.example.password'],
  ['{"http-basic": "CANARY"}', 'http-basic'],
  ['{"bearer": {"h.example": {"token": "CANARY"}}}', 'bearer.h.example'],
  ['{"custom-headers": {"h.example": "CANARY"}}', 'custom-headers.h.example']
])('F05: %s is refused with its place, without its text', (text, place) => {
  const fail = (): unknown => parseComposerAuth('COMPOSER_AUTH', text)
  expect(fail).toThrow(expect.objectContaining({ code: 'bad-secret' }))
  expect(fail).toThrow(place)
  expect(fail).not.toThrow(/CANARY/)
})

test('F05: any text is read, or refused as a bad secret', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        parseComposerAuth('COMPOSER_AUTH', text)
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-secret' })
      }
    })
  )
})

const magento = [{ url: 'https://repo.magento.com/', host: 'repo.magento.com', inUrl: null, hasOptions: false }]

test.each([
  ['no keys', {}, 'needs keys, and there are none'],
  ['an empty password', basic('repo.magento.com', ''), 'password is empty'],
  ['a sample file', basic('repo.magento.com', '<private-key>'), 'password is a placeholder']
])('F01: %s for the Magento repository are told before anything is asked', (_, auth, words) => {
  const known = { auth, origins: new Map([['repo.magento.com', 'COMPOSER_AUTH']]), repositories: magento }
  expect(() => {
    expectMagentoKeys(known)
  }).toThrow(words)
})

test('an empty password may do elsewhere, and the Magento repository may have its keys in its address', () => {
  const origins = new Map<string, string>()
  const other = [{ url: 'https://a.example', host: 'a.example', inUrl: null, hasOptions: false }]
  expectMagentoKeys({ auth: basic('a.example', ''), origins, repositories: other })
  const inUrl = magento.map((repository) => ({ ...repository, inUrl: { username: 'u', password: 'p' } }))
  expectMagentoKeys({ auth: {}, origins, repositories: inUrl })
})

test('Composer gets the credentials of the hosts of the project, and no others', () => {
  const json =
    '{"repositories": [{"type": "vcs", "url": "git@git.example:shop/module.git"}, {"url": "https:\\/\\/u:p@repo.example:8443"}]}'
  const lock = '{"dist": {"url": "https://api.bitbucket.org/x.zip"}}'
  const hosts = [
    'git.example',
    'repo.example:8443',
    'bitbucket.org',
    'github.com',
    'repo.example',
    'evil.example',
    'example'
  ]
  const auth = { bearer: Object.fromEntries(hosts.map((host) => [host, 'token'])), 'gitlab-domains': ['git.example'] }
  const kept = authForHosts(auth, projectHosts(json, lock))
  expect(Object.keys(kept.bearer ?? {})).toEqual(['git.example', 'repo.example:8443', 'bitbucket.org', 'github.com'])
  expect(kept['gitlab-domains']).toEqual(['git.example'])
})
