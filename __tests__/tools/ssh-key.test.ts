import { afterAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../src/secret.js'
import { files } from '../../src/tools/files.js'
import { createRunCommand } from '../../src/tools/run-command.js'
import { writeSshKey } from '../../src/tools/ssh-key.js'

const folder = mkdtempSync(join(tmpdir(), 'ssh-key-test-'))
const at = (name: string): string => join(folder, name)
afterAll(() => {
  rmSync(folder, { recursive: true })
})
for (const [name, passphrase] of [
  ['plain', ''],
  ['locked', 'secret']
] as const)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', at(name)])
const key = readFileSync(at('plain'), 'utf8')
const tools = { run: createRunCommand(), env: { PATH: process.env['PATH'] ?? '', HOME: folder }, files }
const write = (text: string): ReturnType<typeof writeSshKey> =>
  writeSshKey(tools, new Secret(text), mkdtempSync(at('key-')))

describe('keys that lost something on their way are repaired', () => {
  test.each([
    ['as it was', key],
    ['CRLF', key.replaceAll('\n', '\r\n')],
    ['no final newline', key.trimEnd()],
    ['escaped line ends', key.replaceAll('\n', '\\n')],
    ['blanks around it', `\n  ${key}\n\n`]
  ])('%s', async (_name, text) => {
    const { keyFile } = await write(text)
    expect(readFileSync(keyFile, 'utf8')).toBe(key)
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  })
})

describe('others are refused, without a word of them', () => {
  test.each([
    ['the public half', readFileSync(at('plain.pub'), 'utf8'), /public half/],
    ['a passphrase', readFileSync(at('locked'), 'utf8'), /passphrase/],
    ['half a key', key.slice(0, 200), /cannot read/],
    ['one line', key.replaceAll('\n', ' '), /cannot read/]
  ])('%s', async (_name, text, says) => {
    const target = mkdtempSync(at('bad-'))
    const error = await writeSshKey(tools, new Secret(text), target).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'bad-secret', message: expect.stringMatching(says) })
    expect(JSON.stringify(error)).not.toContain(text.trim().split(/\s/)[1])
    expect(existsSync(join(target, 'ssh-key'))).toBe(false)
  })
})
