import { expect, test } from '@jest/globals'
import type { ComposerAuth } from '../../src/project/composer-auth.js'
import { httpRepositories, packagesUrl } from '../../src/project/composer-repositories.js'
import { repositoryLogin } from '../../src/project/repository-login.js'

function login(
  url: string,
  auth: ComposerAuth,
  options?: Record<string, unknown>,
  overruled: readonly string[] = []
): ReturnType<typeof repositoryLogin> {
  const [repository] = httpRepositories([{ type: 'composer', url, ...(options && { options }) }])
  if (!repository) throw new Error('no repository')
  return repositoryLogin(repository, { auth, origins: new Map(), overruled: new Set(overruled) })
}
const pair = (password: string): ComposerAuth => ({ 'http-basic': { 'a.example': { username: 'u', password } } })
const basic = (text: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`
})

test.each([
  ['http-basic', 'https://a.example', pair('p'), basic('u:p')],
  ['an address, before all others', 'https://x:y%40z@a.example', pair('p'), basic('x:y@z')],
  ['bearer', 'https://a.example', { bearer: { 'a.example': 't' } }, { authorization: 'Bearer t' }],
  ['nothing', 'https://a.example', {}, {}]
])('introduces itself by %s as Composer does', (_, url, auth, headers) => {
  expect(login(url, auth)?.headers).toEqual(headers)
})

test.each([
  ['gitlab-token', 'https://a.example', { 'gitlab-token': { 'a.example': 't' } }],
  ['gitlab-oauth', 'https://a.example', { 'gitlab-oauth': { 'a.example': 't' } }],
  ['github-oauth', 'https://a.example', { 'github-oauth': { 'a.example': 't' } }],
  ['custom headers', 'https://a.example', { 'custom-headers': { 'a.example': ['X-Key: k'] } }],
  ['a client certificate', 'https://a.example', { 'client-certificate': { 'a.example': { local_cert: 'c' } } }],
  ['a token written as a pair', 'https://a.example', pair('private-token')],
  ['two kinds', 'https://a.example', { ...pair('p'), bearer: { 'a.example': 't' } }],
  ['a user in the address', 'https://user@a.example', {}],
  ['a GitLab below a path', 'https://a.example', { 'gitlab-token': { 'a.example/gitlab': 't' } }],
  ['plain http', 'http://a.example', pair('p')]
])('says nothing where it does not know how: %s', (_, url, auth) => {
  expect(login(url, auth)).toBeNull()
})

test('says nothing where the repository has options of its own', () => {
  expect(login('https://a.example', {}, { http: { header: ['X-Key: k'] } })).toBeNull()
  expect(login('https://a.example', {}, { ssl: { local_cert: 'c' } })).toBeNull()
})

test.each([
  ['https://a.example', 'https://a.example/packages.json'],
  ['https://a.example/sub/', 'https://a.example/sub/packages.json'],
  ['https://a.example/sub/packages.json', 'https://a.example/sub/packages.json'],
  ['https://a.example/index.json?x=1', 'https://a.example/index.json?x=1']
])('the index of %s is %s', (url, index) => {
  expect(packagesUrl(url)).toBe(index)
})

test('an address is printed without what stands before its host', () => {
  const [found] = httpRepositories([{ type: 'composer', url: 'https://user:secret@a.example/x' }])
  expect(found).toEqual({
    url: 'https://a.example/x',
    host: 'a.example',
    inUrl: { username: 'user', password: 'secret' },
    hasOptions: false
  })
})

test('keys that were given for the host count in place of those in the address', () => {
  const url = 'https://u:old@a.example'
  expect(login(url, pair('given'))?.headers).toEqual(basic('u:old'))
  expect(login(url, pair('given'), undefined, ['a.example'])?.headers).toEqual(basic('u:given'))
})
