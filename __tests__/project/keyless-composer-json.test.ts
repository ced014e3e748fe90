import { expect, test } from '@jest/globals'
import { authKinds } from '../../src/project/composer-auth.js'
import { composerJsonSecrets } from '../../src/project/composer-json-secrets.js'
import { keylessComposerJson, withoutCommittedKeys } from '../../src/project/keyless-composer-json.js'

const none = new Set<string>()
const values: Readonly<Record<string, unknown>> = {
  'http-basic': { 'a.example': { username: 'someone', password: 'basic-key' } },
  bearer: { 'a.example': 'bearer-key' },
  'github-oauth': { 'github.com': 'github-key' },
  'gitlab-oauth': { 'gitlab.com': { token: 'oauth-key', 'expires-at': 1 } },
  'gitlab-token': { 'gitlab.com': { username: 'someone', token: 'gitlab-key' } },
  'bitbucket-oauth': { 'bitbucket.org': { 'consumer-key': 'someone', 'consumer-secret': 'bitbucket-key' } },
  'custom-headers': { 'a.example': ['API-TOKEN: header-key'] },
  'client-certificate': { 'a.example': { local_cert: '/path/of/cert', passphrase: 'certificate-key' } },
  'forgejo-token': { 'forge.example': { username: 'someone', token: 'forgejo-key' } }
}

test.each(authKinds)('%s is a secret, is not there while Composer runs, and comes back', (kind) => {
  const text = `{\r\n\t"config": {"sort-packages":true, ${JSON.stringify(kind)} :${JSON.stringify(values[kind])}},"require":{}}\n`
  expect(composerJsonSecrets(text).join()).toMatch(/-key/)
  expect(composerJsonSecrets(text).join()).not.toMatch(/someone|path/)
  const keyless = keylessComposerJson(text, none)
  expect(keyless?.text).toBe(text.replace(JSON.stringify(values[kind]), '{}'))
  expect(keyless?.restore(keyless.text)).toBe(text)
  // Composer itself writes requirements.
  const required = (json = ''): string => json.replace('"require":{}', '"require":{"a/b": "1.0"}')
  expect(keyless?.restore(required(keyless.text))).toBe(required(text))
})

test('nothing to take out is null', () => {
  for (const text of ['', '[]', '{', '{"config": []}', '{"config": {"bearer": {}, "http-basic": []}}'])
    expect(keylessComposerJson(text, new Set(['a.example']))).toBeNull()
})

test('an address loses its password where other keys were given for its host, in both forms of the section', () => {
  const repository = { type: 'composer', url: 'https://user:old@a.example/x' }
  for (const repositories of [[repository], { named: repository }]) {
    const text = JSON.stringify({ repositories })
    expect(keylessComposerJson(text, none)).toBeNull()
    expect(keylessComposerJson(text, new Set(['b.example']))).toBeNull()
    const keyless = keylessComposerJson(text, new Set(['a.example']))
    expect(keyless?.text).toBe(text.replace('user:old@', ''))
    expect(keyless?.restore(keyless.text)).toBe(text)
  }
})

test('a section that stands there twice is emptied twice, as PHP takes the last', () => {
  const text = '{"config": {"bearer": {"a": "one"}}, "config": {"bearer": {"a": "two"}, "bearer": {"a": "three"}}}'
  const keyless = keylessComposerJson(text, none)
  expect(keyless?.text).not.toMatch(/one|two|three/)
  expect(keyless?.restore(`${keyless.text}\n`)).toBe(`${text}\n`)
})

test('what Composer itself changed is left alone', () => {
  const keyless = keylessComposerJson('{"config": {"bearer": {"a": "one"}}}', none)
  expect(keyless?.restore('{"config": {"bearer": {"b": "two"}}}')).toBe('{"config": {"bearer": {"b": "two"}}}')
  expect(keyless?.restore('{}')).toBe('{}')
})

test('keys that HEAD holds in the same place are no reason to refuse a commit; others are', () => {
  const json = (key: string, more = {}): string => JSON.stringify({ config: { bearer: { a: key } }, ...more })
  expect(withoutCommittedKeys(json('one', { require: {} }), json('one'))).not.toContain('one')
  expect(withoutCommittedKeys(json('two'), json('one'))).toContain('two')
  expect(withoutCommittedKeys(json('one', { description: 'one' }), json('one'))).toContain('"description":"one"')
  expect(withoutCommittedKeys(json('one'), '{}')).toContain('one')
})
