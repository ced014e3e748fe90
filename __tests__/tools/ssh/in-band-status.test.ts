import { afterAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../../../sandbox/services/find-program.js'
import { fedCommand, loginShell, readInBandStatus, wrapScript } from '../../../src/tools/ssh/in-band-status.js'
import { sectionsScript, parseSections } from '../../../src/tools/ssh/remote-sections.js'
import { listObjectsScript, streamDumpScript } from '../../../src/steps/backup/dump/remote-scripts.js'
import { explainSshFailure } from '../../../src/tools/ssh/failure.js'

test.each([
  ['', { exitCode: null, begun: false, output: '' }],
  ['banner only\n', { exitCode: null, begun: false, output: '' }],
  ['banner\nn begin\nhalf', { exitCode: null, begun: true, output: 'half' }],
  ['\nn begin\nall\n\nn end 0\n', { exitCode: 0, begun: true, output: 'all\n' }],
  ['\nn begin\n\nn end 255\n', { exitCode: 255, begun: true, output: '' }],
  // The status line itself is cut off: what is there is no number.
  ['\nn begin\nall\nn end ', { exitCode: null, begun: true, output: 'all' }]
])('%j', (stdout, expected) => {
  expect(readInBandStatus('n', stdout)).toEqual(expected)
})

test('a login is blamed only where the script never began', () => {
  const stderr = 'rm: cannot remove x: Permission denied'
  expect(explainSshFailure({ stderr, begun: true, deadlineSeconds: null })).toMatchObject({
    kind: 'script',
    words: expect.stringContaining('connection was lost')
  })
  expect(explainSshFailure({ stderr, begun: false, deadlineSeconds: null }).kind).toBe('login')
  expect(explainSshFailure({ stderr, begun: true, deadlineSeconds: 5 }).words).toMatch(/within 5 seconds/)
})

describe('on a server with few programs', () => {
  const bin = mkdtempSync(join(tmpdir(), 'few-programs-'))
  afterAll(() => {
    rmSync(bin, { recursive: true, force: true })
  })
  const give = (...names: readonly string[]): void => {
    for (const name of names) symlinkSync(findProgram([name]), join(bin, name))
  }
  const answer = (script: string): ReturnType<typeof readInBandStatus> =>
    readInBandStatus(
      'n',
      execFileSync('/bin/sh', ['-c', loginShell], {
        env: { PATH: bin },
        input: wrapScript('n', script),
        encoding: 'utf8'
      })
    )
  const choice = { relationship: 'database', source: 'auto', exclude: [] } as const

  test('without bash its state is read all the same, and a dump says what is missing', () => {
    give('sh', 'cat')
    const sections = [
      { name: 'routes', command: 'printf %s "a b"' },
      { name: 'failed', command: 'test -e nowhere' }
    ]
    const read = parseSections('m', answer(sectionsScript('m', sections)).output)
    expect([...read.values()]).toMatchObject([{ text: 'a b', exitCode: 0 }, { exitCode: 1 }])
    for (const script of [listObjectsScript(choice), streamDumpScript(choice)])
      expect(answer(script)).toMatchObject({
        exitCode: 20,
        output: expect.stringMatching(/^failure\tthere is no bash/m)
      })
  })

  test('without bash a restore says so as well, and with bash it is run', () => {
    const fed = (script: string): ReturnType<typeof readInBandStatus> =>
      readInBandStatus(
        'n',
        spawnSync('/bin/sh', ['-c', fedCommand('n', script)], {
          env: { PATH: bin },
          input: 'the dump',
          encoding: 'utf8'
        }).stdout
      )
    expect(fed('read -r -N 8 fed')).toEqual({
      begun: true,
      exitCode: 20,
      output: 'failure\tthere is no bash on the PATH of the login\n'
    })
    give('bash')
    expect(fed('read -r -N 8 fed; echo "$fed"; exit 3')).toEqual({ begun: true, exitCode: 3, output: 'the dump\n' })
  })

  test('without php, as after a ~/.profile that loses the PATH, a dump says so', () => {
    give('mktemp', 'rm')
    expect(answer(listObjectsScript(choice)).output).toMatch(/^failure\tthere is no php on the PATH of the login$/m)
  })
})
