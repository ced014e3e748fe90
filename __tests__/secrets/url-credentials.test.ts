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
