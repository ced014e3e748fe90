import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandResult } from '../../../src/tools/process/command.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { markedShell } from '../../../src/tools/ssh/marked-shell.js'

const folder = mkdtempSync(join(tmpdir(), 'marked-shell-'))
const at = (...path: string[]): string => join(folder, ...path)
const photo = Buffer.concat([Buffer.from('\n'), randomBytes(300_000), Buffer.from('\nnonce begin\n')])

/** An ssh that notes its words, and whose server prints a banner before it runs the command. */
const ssh = `#!/bin/sh
printf '%s\\n' "$@" >${at('words')}
if [ -e ${at('refused')} ]; then echo 'Permission denied (publickey).' >&2; exit 255; fi
printf 'Welcome!\\nnonce beginning\\nno line end'
for command; do :; done
cd ${at('server')} && exec sh -c "$command"
`
beforeAll(() => {
  mkdirSync(at('server', 'pub', 'media', 'a b'), { recursive: true })
  writeFileSync(at('server', 'pub', 'media', 'a b', "it's.jpg"), photo)
  writeFileSync(at('ssh'), ssh, { mode: 0o755 })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function copy(remote = 'pub/media/'): Promise<CommandResult> {
  const { command, env } = markedShell(`'${at('ssh')}' -o 'A=b c'`, 'nonce')
  const argv = ['rsync', '-rt', '--blocking-io', '-e', command, '--', `1.ent-abc@host:${remote}`, at('copy')] as const
  const run = createRunCommand()
  const own = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ...env }
  return run(argv, { env: own, timeoutSeconds: 60 })
}

test('a banner of the login is not read as what rsync says, and every byte behind it arrives', async () => {
  expect(await copy()).toMatchObject({ exitCode: 0 })
  expect(readFileSync(at('copy', 'a b', "it's.jpg")).equals(photo)).toBe(true)
  expect(readFileSync(at('words'), 'utf8').split('\n').slice(0, 6)).toEqual([
    '-o',
    'A=b c',
    '-l',
    '1.ent-abc',
    '--',
    'host'
  ])
})

test('a folder that is not there keeps its exit code, and a login that is refused its words', async () => {
  expect(await copy('gone/')).toMatchObject({ exitCode: 23 })
  writeFileSync(at('refused'), '')
  const refused = await copy()
  // 255 of ssh, or 12 if rsync saw the end of the connection before the end of ssh.
  expect([12, 255]).toContain(refused.exitCode)
  expect(refused.stderr).toMatch(/^Permission denied \(publickey\)\./)
})
