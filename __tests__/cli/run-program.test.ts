import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../src/cli/run-program.js'
import { optionTable, type OptionDefinition } from '../../src/options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgradeReport } from '../../src/report/schema.js'

const root = mkdtempSync(join(tmpdir(), 'run-program-'))
const before = { ...process.env }
beforeAll(() => {
  mkdirSync(join(root, 'empty'))
  // Nothing of the machine's own may decide how these runs end.
  process.env = { PATH: before['PATH'], HOME: root, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
})
afterAll(() => {
  process.env = before
  rmSync(root, { recursive: true })
})

interface Said {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: unknown
}

async function call(...argv: string[]): Promise<Said> {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += String(chunk)
      return true
    })
  )
  try {
    await runProgram(argv)
    return { ...said, exitCode: process.exitCode ?? 0 }
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.exitCode = undefined
  }
}

const report = join(root, 'report.json')
const plan = (...more: string[]): Promise<Said> =>
  call('plan', '--working-directory', join(root, 'empty'), '--report', report, ...more)

test('backup restore advises in words of the command line', async () => {
  const { stdout, exitCode } = await call(
    'backup',
    'restore',
    join(root, 'none'),
    '--project',
    'abc',
    '--cli-version',
    '9.9.9'
  )
  expect(exitCode).toBe(10)
  expect(stdout).toMatch(/^Next: Set --cli-sha256 .*--cli-version/m)
})

test.each([[[]], [['--dry-run']]])(
  'backup prune without a rule %j is bad input, and says what to type',
  async (more) => {
    const folder = join(root, 'a folder')
    mkdirSync(folder, { recursive: true })
    const { stdout, stderr, exitCode } = await call('backup', 'prune', folder, ...more)
    expect([exitCode, stdout]).toEqual([10, ''])
    expect(stderr).toMatch(/^No rule says which backups to keep\.$/m)
    expect(stderr).toContain(
      `Type a rule, or both: magento-cloud-upgrade backup prune '${folder}' --keep 5 --keep-days 30`
    )
  }
)

describe('a run', () => {
  test('prints with --json the report alone on stdout, and writes the same', async () => {
    const { stdout, stderr, exitCode } = await plan('--json')
    const told = upgradeReport.parse(JSON.parse(stdout))
    expect([exitCode, told.verdict]).toEqual([told.error?.exitCode, 'failed'])
    expect(exitCode).toBeGreaterThanOrEqual(10)
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual(told)
    expect(stderr).toContain(`Report: ${report}\n`)
  })

  test('says without a terminal plain lines that nothing in them can colour', async () => {
    const { stdout, stderr } = await plan('--verbose')
    // eslint-disable-next-line no-control-regex
    for (const text of [stdout, stderr]) expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/)
    expect(stdout).toMatch(/^\nFailed: .*Unchanged: .*\nNext: .*\nCode: .* \(exit \d+\)\n$/s)
  })

  test('ends as it ended, even where the report cannot be written', async () => {
    writeFileSync(join(root, 'file'), '')
    const { stdout, stderr, exitCode } = await plan('--json', '--report', join(root, 'file', 'report.json'))
    expect(exitCode).toBe((JSON.parse(stdout) as UpgradeReport).error?.exitCode)
    expect(stderr).toContain('The report could not be written')
  })

  test('tells all wrong options at once, with the exit code of bad input', async () => {
    const wrong = ['--start-timeout', '0', '--deploy-timeout', '-1']
    const { stdout, exitCode } = await call('upgrade', ...wrong, '--report', report)
    expect([exitCode, stdout]).toEqual([10, expect.stringMatching(/start-timeout.*deploy-timeout.*project/s)])
  })

  test('shows no secret', async () => {
    process.env['MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD'] = 'canary-secret'
    const { stdout, stderr } = await plan('--json', '--target', 'canary-secret')
    Reflect.deleteProperty(process.env, 'MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD')
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'failed' })
    expect(stdout + stderr + readFileSync(report, 'utf8')).not.toContain('canary-secret')
  })
})

describe('a bug', () => {
  // Nothing that a command line can hold, but what the file system cannot look up in earnest.
  const impossible = `/canary-secret${String.fromCharCode(0)}`

  test.each([
    [['plan', '--json', '--working-directory', impossible, '--report', report]],
    [['backup', 'list', impossible]]
  ])('in %j is told without a secret and without a stack, with exit code 1', async (argv) => {
    const names = ['MAGENTO_CLOUD_CLI_TOKEN', 'MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD']
    for (const name of names) process.env[name] = 'canary-secret'
    const { stdout, stderr, exitCode } = await call(...argv)
    for (const name of names) Reflect.deleteProperty(process.env, name)
    expect(exitCode).toBe(1)
    if (argv.includes('--json'))
      expect(upgradeReport.parse(JSON.parse(stdout)).error).toMatchObject({ code: 'internal-error', exitCode: 1 })
    else expect(stderr).toMatch(/bug of this program/)
    expect(stdout + stderr).not.toContain('canary-secret')
    expect(stderr).not.toMatch(/^ +at /m)
  })
})

describe('a wrong command line', () => {
  test.each([
    [['upgrade', '--targt', '2.4.8'], /unknown option '--targt'\n\(Did you mean --target\?\)/],
    [['upgrade', '--zzzzzz'], /unknown option '--zzzzzz'\n\(--help lists/],
    [['upgrad'], /unknown command 'upgrad'\n\(Did you mean upgrade\?\)/],
    [['zzzzzz'], /unknown command 'zzzzzz'\n\(--help lists the commands/],
    [['backup', 'restor', '/x'], /nothing, or verify, list, prune, restore;/],
    [['plan', '--target'], /'--target <value>' argument missing/],
    [['upgrade', '--dirty', 'maybe'], /Allowed choices are fail, stash, branch/],
    [['upgrade', '--deploy-timeout', 'soon'], /This is not a number/],
    [[], /Usage: magento-cloud-upgrade/]
  ])('%j says what to type, and is bad input', async (argv, expected) => {
    const { stdout, stderr, exitCode } = await call(...argv)
    expect([exitCode, stdout]).toEqual([10, ''])
    expect(stderr).toMatch(expected)
  })

  const secrets = (Object.entries(optionTable) as [string, OptionDefinition][]).filter(([, { secret }]) => secret)
  test.each(secrets.map(([name]) => name))('--%s is told the way of a secret, and not repeated', async (name) => {
    for (const argv of [[`--${name}=canary-secret`], [`--${name}`, 'canary-secret']]) {
      const { stdout, stderr, exitCode } = await call('upgrade', ...argv)
      expect([exitCode, stdout]).toEqual([10, ''])
      expect(stderr).toMatch(/set the environment variable [A-Z_]+ instead/)
      expect(stderr).not.toContain('canary-secret')
    }
  })
})

test.each([[['--help']], [['help', 'upgrade']], [['upgrade', '--help']], [['backup', 'restore', '--help']]])(
  '%j is no failure',
  async (argv) => {
    const { stdout, stderr, exitCode } = await call(...argv)
    expect([exitCode, stderr, stdout]).toEqual([0, '', expect.stringContaining('Usage: magento-cloud-upgrade')])
  }
)
