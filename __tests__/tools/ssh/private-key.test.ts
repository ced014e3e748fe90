import { describe, expect, test } from '@jest/globals'
import { readPrivateKey } from '../../../src/tools/ssh/private-key.js'

// Assembled here, so that no scanner takes this file for a key.
const rows = ['A'.repeat(64), 'B'.repeat(64), 'Cc0+/=']
const keyOf = (kind: string, body: string, end = kind): string =>
  ['-----BEGIN ', kind, 'PRIVATE KEY-----\n', body, '\n-----END ', end, 'PRIVATE KEY-----\n'].join('')
const key = keyOf('OPENSSH ', rows.join('\n'))
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a key is found and written anew', () => {
  test.each([
    ['as it was', key],
    ['CRLF', key.replaceAll('\n', '\r\n')],
    ['CR alone', key.replaceAll('\n', '\r')],
    ['escaped line ends', key.replaceAll('\n', '\\n')],
    ['escaped line ends of two kinds', key.replaceAll('\n', '\\r\\n')],
    ['blanks', `  \n ${key.replaceAll('\n', ' \n\t')}  `],
    ['one line', key.replaceAll('\n', '')],
    ['one line with blanks', key.replaceAll('\n', ' ')],
    ['other widths', keyOf('OPENSSH ', rows.join('').replaceAll(/.{50}/g, '$&\n'))],
    ['other text around it', `my key\n${key}\nthat was it`],
    ['another key behind it', `${key}${keyOf('RSA ', 'ZZZZ')}`],
    ['base64', base64(key)],
    ['base64 in lines', base64(key).replaceAll(/.{40}/g, '$& \n')],
    ['base64 of CRLF', base64(key.replaceAll('\n', '\r\n'))],
    ['quoted base64', `"${base64(key)}"`],
    ...['"', "'", '`'].map((mark) => [`between ${mark}`, `${mark} ${key} ${mark}`] as const)
  ])('%s', (_, text) => {
    expect(readPrivateKey(text)).toEqual({ text: key })
  })

  test.each(['', 'RSA ', 'EC ', 'ANY 2 '])('of the kind %j', (kind) => {
    expect(readPrivateKey(keyOf(kind, 'AAAA'))).toEqual({ text: keyOf(kind, 'AAAA') })
  })

  test('with its headers', () => {
    const headers = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A'
    expect(readPrivateKey(keyOf('RSA ', `${headers}\n\n  AA AA\nBBBB`)).text).toBe(
      keyOf('RSA ', `${headers}\n\nAAAABBBB`)
    )
  })

  test('that only looks like a header is body, and a header is one to its end', () => {
    expect(readPrivateKey(keyOf('RSA ', 'AAAA x: y\nBBBB')).text).toBe(keyOf('RSA ', 'AAAAx:yBBBB'))
    expect(readPrivateKey(keyOf('RSA ', '  Comment: my key  \nAAAA')).text).toBe(
      keyOf('RSA ', 'Comment: my key\n\nAAAA')
    )
  })

  test('without a body', () => {
    expect(readPrivateKey(keyOf('RSA ', '')).text).toBe(keyOf('RSA ', '').replace('\n\n', '\n'))
  })
})

const sha = 'x'.repeat(43)
const whole = 'Set the option to the whole file, from -----BEGIN to END----- with its line breaks.'
test.each([
  ['', 'it is empty', whole],
  [' \n ', 'it is empty', whole],
  ['PuTTY-User-Key-File-3: ssh-ed25519', 'it is a key in the format of PuTTY', /puttygen/],
  ['my PuTTY-User-Key-File-3: x', 'it is not a private key', whole],
  ['ssh-ed25519-cert-v01@openssh.com AAAA', 'it is a certificate', /belongs to it/],
  ['ssh-ed25519 AAAAC3 me@here', 'it is the public half of a key', /without \.pub/],
  ['ecdsa-sha2-nistp256 AAAAE2', 'it is the public half of a key', /without \.pub/],
  ['sk-ssh-ed25519@openssh.com AAAAG', 'it is the public half of a key', /without \.pub/],
  ['---- BEGIN SSH2 PUBLIC KEY ----', 'it is the public half of a key', /without \.pub/],
  ['x\n-----BEGIN PUBLIC KEY-----', 'it is the public half of a key', /without \.pub/],
  ['-----BEGIN RSA PUBLIC KEY-----', 'it is the public half of a key', /without \.pub/],
  [`SHA256:${sha}`, 'it is the fingerprint of a key', /itself/],
  [`3072 sha256:${sha} me`, 'it is the fingerprint of a key', /itself/],
  ['256 MD5:aa:bb', 'it is the fingerprint of a key', /itself/],
  [`${'0a:'.repeat(15)}ff`, 'it is the fingerprint of a key', /itself/],
  [`${'0a:'.repeat(14)}ff`, 'it is not a private key', whole],
  [`the SHA256:${sha}`, 'it is not a private key', whole],
  ['SHA256:short', 'it is not a private key', whole],
  [`${'0a:'.repeat(15)}f`, 'it is not a private key', whole],
  [`'ssh-ed25519 AAAAC3'`, 'it is the public half of a key', /without/],
  ["'ssh-ed25519 AAAAC3' behind", 'it is not a private key', whole],
  ["before 'ssh-ed25519 AAAAC3'", 'it is not a private key', whole],
  ['my host ssh-ed25519 AAAAC3', 'it is not a private key', whole],
  ['x ---- BEGIN SSH2 PUBLIC KEY ----', 'it is not a private key', whole],
  [`! ${base64(key)}`, 'it is not a private key', whole],
  [`${base64(key)} !`, 'it is not a private key', whole],
  ['-----BEGIN CERTIFICATE-----', 'it is a certificate', /belongs to it/],
  ['host.example ssh-ed25519 AAAAC3', 'it is a line of known_hosts', /belongs in known-hosts/],
  ['host.example ecdsa-sha2-nistp256 AAAAC3', 'it is a line of known_hosts', /belongs in known-hosts/],
  [key.slice(0, 100), 'its end is missing', whole],
  [key.slice(40), 'its beginning is missing', whole],
  [keyOf('RSA ', 'AAAA', 'EC '), 'its end is missing', whole],
  ['~/.ssh/id_ed25519', 'it is the name of a file', /content of that file/],
  ['./key', 'it is the name of a file', /content of that file/],
  ['../key', 'it is the name of a file', /content of that file/],
  ['/home/me/key', 'it is the name of a file', /content of that file/],
  ['C:\\keys\\id', 'it is the name of a file', /content of that file/],
  ['/home/me my key', 'it is not a private key', whole],
  ['see /home/key', 'it is not a private key', whole],
  ['abcdef0123456789', 'it is not a private key', whole],
  [base64('SHA256'), 'it is not a private key', whole],
  [`"${key}'`.slice(0, 60), 'its end is missing', whole]
])('%j is none: %s', (given, why, next) => {
  const read = readPrivateKey(given)
  expect([read.text, read.why]).toEqual([null, why])
  if (read.text === null) expect(read.next).toMatch(next)
})
