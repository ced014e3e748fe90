import { afterAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { diagnose } from '../../../src/commands/diagnose.js'
import { diagnoseTexts } from '../../../src/steps/diagnose/diagnose-texts.js'
import { files } from '../../../src/tools/files.js'
import { timesForTenfold } from '../../helpers/processor-time.js'

const folder = mkdtempSync(join(tmpdir(), 'from-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
const put = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const from = (...paths: string[]): ReturnType<typeof diagnose> =>
  diagnose({ from: paths.join('\n'), workingDirectory: folder })

const report = JSON.stringify({ '0': 'Please upgrade your database: Run "bin/magento setup:upgrade"', '1': '#0' })
const coded = JSON.stringify({ errorCode: 117, stage: 'deploy', step: 'import', title: 'failed', type: 'critical' })
const exceptions =
  '[2026-04-05T10:00:00.1+00:00] main.CRITICAL: Class "Acme\\Feed\\Model\\Old" does not exist\n#0 trace\n'
const activity =
  'Building application \'shop\'\n  E: Error parsing configuration files:\n      The "mcrypt" extension is not supported for php:8.2\n'

test('what a text is, is told from its content, whatever its name', async () => {
  const ids = async (content: string): Promise<readonly string[]> =>
    (await from(put('any.bin', content))).findings.map(({ id, phase }) => `${id} ${String(phase)}`)
  expect(await ids(report)).toEqual(['database-behind site'])
  expect(await ids(`<?php exit; ?>\n${report}`)).toEqual(['database-behind site'])
  expect(await ids(coded)).toEqual(['ece-tools-117 deploy'])
  expect(await ids(JSON.stringify({ 117: JSON.parse(coded) as unknown }, null, 2))).toEqual(['ece-tools-117 deploy'])
  expect(await ids(exceptions)).toEqual(['di-compile-failed site'])
  expect(await ids(activity)).toEqual(['extension-not-supported configuration'])
  expect(await ids('all is well\n')).toEqual([])
})

test('a folder is read whole, packed logs too, and what is no text is named', async () => {
  put('all/var/report/ab/abcd', report)
  put('all/cloud.error.log', coded)
  put('all/deploy.log.2.gz', gzipSync('[2026-04-05T10:00:00+00:00] ERROR: [131] Missing crypt key\n'))
  put('all/picture', Buffer.from([0, 1, 2, 0]))
  const { findings, verdict, error } = await from(join(folder, 'all'))
  expect([verdict, error]).toEqual(['diagnosed', null])
  expect(findings.map(({ id }) => id)).toEqual(['crypt-key-missing', 'ece-tools-117', 'database-behind', 'unread'])
  expect(findings[2]?.source).toBe(join(folder, 'all/var/report/ab/abcd'))
  expect(findings[3]?.evidence).toContain('picture is not a text file')
})

test('links and pipes in a folder are left alone, a link that was given is not', async () => {
  const inside = join(folder, 'packed')
  mkdirSync(inside)
  execFileSync('mkfifo', [join(inside, 'pipe.log')])
  writeFileSync(join(folder, 'outside.log'), 'ERROR: [15] The command failed.\n')
  symlinkSync(join(folder, 'outside.log'), join(inside, 'link.log'))
  const tools = { files, readStandardInput: () => Promise.resolve('') }
  const project = { packages: [], services: null } as unknown as Parameters<typeof diagnoseTexts>[2]
  const [only, ...more] = await diagnoseTexts(tools, [inside], project)
  expect([only?.id, more]).toEqual(['unread', []])
  const [given] = await diagnoseTexts(tools, [join(inside, 'link.log')], project)
  expect(given?.id).not.toBe('unread')
})

test('- is standard input', async () => {
  const tools = { files, readStandardInput: () => Promise.resolve(activity) }
  const findings = await diagnoseTexts(tools, ['-'], { packages: [], services: null })
  expect(findings).toMatchObject([{ id: 'extension-not-supported', source: 'stdin' }])
})

test('every path without a file is named at once', async () => {
  mkdirSync(join(folder, 'empty'))
  const { error } = await from('/nowhere/a.log', join(folder, 'empty'), put('there.log', 'x'))
  expect(error).toMatchObject({ code: 'bad-input', exitCode: 10 })
  expect(error?.problems.map(({ message }) => message)).toEqual([
    'There is no file in /nowhere/a.log.',
    `There is no file in ${join(folder, 'empty')}.`
  ])
})

test('nothing but the texts is needed, and what they hold is hidden as everywhere', async () => {
  const log = put('secret.log', 'ERROR: [1] No space left on device for jane.roe@example.com, password=hunter22\n')
  const { findings } = await from(log)
  expect(findings[0]?.id).toBe('disk-full')
  for (const canary of ['jane.roe', 'hunter22']) expect(JSON.stringify(findings)).not.toContain(canary)
})

test('millions of characters of anything end in time', async () => {
  const most = Number(process.env['MASS'] ?? 2_000_000)
  const lines = "The command \"patch requires php type version SQLSTATE query was: 'git' 'apply' Redis "
  for (const piece of [lines, `${lines}\n`, '\n', 'W: \n']) {
    const read = (size: number): unknown => from(put('huge.log', piece.repeat(size / piece.length)))
    expect(await timesForTenfold(read, most)).toBeLessThan(35)
  }
}, 300_000)
