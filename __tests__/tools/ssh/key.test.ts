import { afterAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../../src/secrets/secret.js'
import { files } from '../../../src/tools/files.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { writeSshKey } from '../../../src/tools/ssh/key.js'

const folder = mkdtempSync(join(tmpdir(), 'ssh-key-test-'))
const at = (name: string): string => join(folder, name)
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const keygen = (name: string, ...options: string[]): string => {
  execFileSync('ssh-keygen', ['-q', '-f', at(name), ...options])
  return readFileSync(at(name), 'utf8')
}
const key = keygen('plain', '-t', 'ed25519', '-N', '')
const locked = keygen('locked', '-t', 'ed25519', '-N', 'secret')
const rsa = keygen('rsa', '-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', '')
const lockedRsa = keygen('locked-rsa', '-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', 'secret')
const pkcs8 = createPrivateKey(rsa).export({ type: 'pkcs8', format: 'pem' }) as string
const lockedPkcs8 = createPrivateKey(rsa).export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'secret'
}) as string
// Newer versions of ssh-keygen read more of PKCS #8, but no SSH key is on this curve.
const foreignCurve = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem'
}) as string
const publicKey = readFileSync(at('plain.pub'), 'utf8')
const tools = { run: createRunCommand(), env: { PATH: process.env['PATH'] ?? '', HOME: folder }, files }
const write = (text: string): ReturnType<typeof writeSshKey> =>
  writeSshKey(tools, new Secret(text), mkdtempSync(at('key-')))
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('[F04] keys that lost or gained something on their way are repaired', () => {
  test.each([
    ['as it was', key],
    ['CRLF', key.replaceAll('\n', '\r\n')],
    ['CR alone', key.replaceAll('\n', '\r')],
    ['no final newline', key.trimEnd()],
    ['escaped line ends', key.replaceAll('\n', '\\n')],
    ['escaped line ends of both kinds', key.replaceAll('\n', '\\r\\n')],
    ['blanks around it', `\n  ${key}\n\n`],
    ['an indent, as in YAML', key.replaceAll(/^/gm, '    ')],
    ['tabs', key.replaceAll(/^/gm, '\t')],
    ['blanks at the ends of its lines', key.replaceAll('\n', '  \n')],
    ['double quotes', `"${key}"`],
    ['single quotes', `'${key.trimEnd()}'\n`],
    ['quotes and escaped line ends, as in JSON', JSON.stringify(key)],
    ['one line with blanks', key.replaceAll('\n', ' ')],
    ['one line without blanks', key.replaceAll('\n', '')],
    ['empty lines between', key.replaceAll('\n', '\n\n')],
    ['a byte order mark', `\uFEFF${key}`],
    ['base64 of the whole file', base64(key)],
    ['base64 with line breaks', base64(key).replaceAll(/.{76}/g, '$&\n')],
    ['base64 of a file with CRLF', base64(key.replaceAll('\n', '\r\n'))],
    ['other text around it', `Key of the deploy user:\n${key}\nEnd.`],
    ['the public half behind it', `${key}${publicKey}`]
  ])('%s', async (_name, text) => {
    const { keyFile } = await write(text)
    const derived = execFileSync('ssh-keygen', ['-y', '-f', keyFile], { encoding: 'utf8' })
    expect(derived.split(' ')[1]).toBe(publicKey.split(' ')[1])
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['PEM', rsa],
    ['PEM in one line', rsa.replaceAll('\n', ' ')],
    ['PKCS #8', pkcs8],
    ['PKCS #8 in base64', base64(pkcs8)]
  ])('%s of RSA', async (_name, text) => {
    const { keyFile } = await write(text)
    expect(createPrivateKey(readFileSync(keyFile)).export({ type: 'pkcs8', format: 'pem' })).toBe(pkcs8)
  })
})

describe('[F04] others are refused with the reason, without a word of them', () => {
  test.each([
    ['nothing', ' \n', /it is empty/, /whole file/],
    ['the public half', publicKey, /public half/, /without \.pub/],
    [
      'the public half in PEM',
      execFileSync('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', at('rsa.pub')], { encoding: 'utf8' }),
      /public half/,
      /private/
    ],
    [
      'the public half of RFC 4716',
      execFileSync('ssh-keygen', ['-e', '-f', at('plain.pub')], { encoding: 'utf8' }),
      /public half/,
      /private/
    ],
    ['a passphrase', locked, /passphrase/, /without a passphrase/],
    ['a passphrase in PEM', lockedRsa, /passphrase/, /without a passphrase/],
    ['a passphrase in PKCS #8', lockedPkcs8, /passphrase/, /without a passphrase/],
    ['a format that ssh-keygen does not read', foreignCurve, /cannot read this format/, /new one/],
    ['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n', /PuTTY/, /puttygen/],
    ['a key without its end', key.slice(0, 200), /end is missing/, /END/],
    ['a key without its beginning', key.slice(60), /beginning is missing/, /BEGIN/],
    ['a key without its middle', key.replace(/\n.{30}/, '\n'), /cut off or damaged/, /whole file/],
    [
      'a fingerprint',
      execFileSync('ssh-keygen', ['-l', '-f', at('plain')], { encoding: 'utf8' }),
      /fingerprint/,
      /itself/
    ],
    [
      'an old fingerprint',
      execFileSync('ssh-keygen', ['-l', '-E', 'md5', '-f', at('plain')], { encoding: 'utf8' }).split(' ')[1] ?? '',
      /fingerprint/,
      /itself/
    ],
    ['a certificate', 'ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQ me', /certificate/, /private key/],
    ['a line of known_hosts', `ssh.us-3.magento.cloud ${publicKey}`, /known_hosts/, /known-hosts/],
    ['the name of a file', '~/.ssh/id_ed25519', /name of a file/, /content/],
    ['another secret', 'abcdef0123456789', /not a private key/, /BEGIN/]
  ])('%s', async (_name, text, says, next) => {
    const target = mkdtempSync(at('bad-'))
    const error = await writeSshKey(tools, new Secret(text), target).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'bad-secret',
      exitCode: 11,
      message: expect.stringMatching(says),
      next: expect.stringMatching(next)
    })
    const words = text.split(/\s/).filter((word) => word.length > 20)
    for (const word of words) expect(JSON.stringify(error)).not.toContain(word)
    expect(existsSync(join(target, 'ssh-key'))).toBe(false)
  })
})
