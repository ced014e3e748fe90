import { expect, test } from '@jest/globals'
import {
  headerSecrets,
  urlCredentials,
  withCredentialsOf,
  withoutCredentials
} from '../../src/secrets/url-credentials.js'
import { timesForTenfold } from '../helpers/processor-time.js'

test.each([
  ['https://user:pass%2Fword@repo.example/x', ['pass%2Fword', 'pass/word']],
  ['{"url": "https:\\/\\/user:s3cret-word@repo.example"}', ['s3cret-word']],
  ['https://ghp_0123456789abcdef0123@github.com/a/b', ['ghp_0123456789abcdef0123']],
  ['https://ghp_0123456789abcdef0123:x-oauth-basic@github.com/a/b', ['ghp_0123456789abcdef0123']],
  ['https://oauth2:glpat-abcdef@gitlab.example', ['glpat-abcdef']],
  ['url.https://x-access-token:token-value@github.com/.insteadof\ngit@github.com:', ['token-value']],
  [`https://user:it's-s3cret@shop.example/`, [`it's-s3cret`]],
  [`https://user:s3cret-w@rd@shop.example`, ['s3cret-w@rd', 's3cret-w']],
  ['ssh://a-user-with-a-long-name@host.example git@github.com:a/b https://jane@host.example', []],
  ['mailto:a@b.example see https://host.example/@scope/x', []]
])('finds what is secret in %s', (text, secrets) => {
  expect(urlCredentials(text)).toEqual(secrets)
})

const token = 'ghp_0123456789ab'
test.each([
  '',
  ...['', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token', 'bearer'].map((word) => `:${word}`)
])('a token may stand in the place of the user, beside %j', (password) => {
  for (const scheme of ['http', 'https', 'HTTPS'])
    expect(urlCredentials(`${scheme}://${token}${password}@github.com/a`)).toEqual([token])
  expect(urlCredentials(`https://${token.slice(1)}${password}@github.com/a`)).toEqual([])
  expect(urlCredentials(`ssh://${token}${password}@github.com/a`)).toEqual([])
})

test.each([
  ['mysql://app:s3cret-w@db.example/main', ['s3cret-w']],
  ['https://user:@s3cret-w@shop.example', ['@s3cret-w']],
  ['https://user:100%secret@shop.example', ['100%secret']],
  ['https://a:one%20two@h https://b:one%20two@h', ['one%20two', 'one two']]
])('finds what is secret in %s, however it is written', (text, secrets) => {
  expect(urlCredentials(text)).toStrictEqual(secrets)
})

test('takes linear time', async () => {
  for (const piece of ['://a:', 'https', '://', '://a:b', 'a'.repeat(999) + '://']) {
    const read = (size: number): unknown => urlCredentials(piece.repeat(size / piece.length))
    expect(await timesForTenfold(read, 1e6)).toBeLessThan(35)
  }
})

test('takes credentials off an address, and puts them back for the same host alone', () => {
  expect(withoutCredentials('https://u:p@w@shop.example/a?b=@c')).toBe('https://shop.example/a?b=@c')
  expect(withoutCredentials('https://shop.example/@x')).toBe('https://shop.example/@x')
  expect(withCredentialsOf('https://u:p@shop.example/', 'https://shop.example/rest')).toBe(
    'https://u:p@shop.example/rest'
  )
  expect(withCredentialsOf('https://u:p@shop.example/', 'https://evil.example/')).toBe('https://evil.example/')
  expect(withCredentialsOf('', 'https://shop.example/')).toBe('https://shop.example/')
})

test('leaves other texts and addresses as they are', () => {
  expect(withoutCredentials('see https://u:p@shop.example')).toBe('see https://u:p@shop.example')
  const own = 'https://own:one@shop.example/rest'
  for (const source of ['https://shop.example/', 'https://:p@shop.example/'])
    expect(withCredentialsOf(source, own)).toBe(own)
})

test('a header is found with and without blanks, and only the kind basic is a pair', () => {
  expect(headerSecrets('PRIVATE-TOKEN:glpat-abcdef\nx-api-key: \t abcdef1')).toEqual(['glpat-abcdef', 'abcdef1'])
  expect(headerSecrets('Authorization: BASIC \t eC10b2tlbjphYmM=')).toEqual(['eC10b2tlbjphYmM=', 'abc'])
  for (const kind of ['bearer', 'token']) {
    expect(headerSecrets(`Authorization: ${kind}  eC10b2tlbjphYmM=`)).toEqual(['eC10b2tlbjphYmM='])
  }
  expect(headerSecrets('Authorization: eC10b2tlbjphYmM=')).toEqual(['eC10b2tlbjphYmM='])
  expect(headerSecrets('key: short')).toEqual([])
})

test('finds the headers of a git configuration', () => {
  expect(headerSecrets('extraheader = "AUTHORIZATION: basic eC10b2tlbg=="\nPRIVATE-TOKEN: glpat-abcdef')).toEqual([
    'eC10b2tlbg==',
    'glpat-abcdef'
  ])
})

test('finds the token in the header that actions/checkout writes', () => {
  const basic = Buffer.from('x-access-token:ghs_0123456789').toString('base64')
  expect(headerSecrets(`http.https://github.com/.extraheader AUTHORIZATION: basic ${basic}`)).toEqual([
    basic,
    'ghs_0123456789'
  ])
})
