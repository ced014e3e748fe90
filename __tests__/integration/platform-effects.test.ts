import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { DeployFault, Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { backup } from '../../src/commands/backup.js'
import { diagnose } from '../../src/commands/diagnose.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { verify } from '../../src/commands/verify.js'
import type { UpgradeReport } from '../../src/report/report.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { RunContext } from '../../src/run/run-context.js'
import { failingPrograms, type Failing, type FailingPrograms } from '../helpers/failing-programs.js'
import { judgeEffects, type Place, type Seen } from '../helpers/judge-effects.js'
import { onSandbox } from '../helpers/on-sandbox.js'

// Commands on a platform, with one call of git, ssh, magento-cloud or Composer that fails in them, or a stop in its middle:
// what the report says of their effects is what really differs.

const mass = Number(process.env['MASS'] ?? 0)
let sandbox: Sandbox
let shim: FailingPrograms
let start: string
beforeAll(async () => {
  sandbox = await startSandbox({ adminEmail: false })
  const path = sandbox.env['PATH'] ?? ''
  shim = failingPrograms(join(sandbox.directory, 'failing'), ['git', 'ssh', 'magento-cloud', 'composer'], path)
  start = await git('rev-parse', 'HEAD')
})
afterAll(() => sandbox.stop())

const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()
const cloud = async (command: string, ...args: string[]): Promise<string> => {
  const env = { ...sandbox.env, MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken }
  const which = ['-p', sandbox.projectId, '-e', sandbox.environment] as const
  const argv = ['magento-cloud', command, ...which, ...args] as [string, ...string[]]
  return (await runProgram(argv, { cwd: sandbox.directory, env })).stdout.trim()
}
const api = (path: string): Promise<string> =>
  cloud('environment:curl', path).catch((error: unknown) => `unknown: ${String(error)}`)
async function refsOf(folder: string, prefix: string): Promise<Seen> {
  const lines = (await git('-C', folder, 'for-each-ref', '--format=%(refname) %(objectname)')).split('\n')
  const pairs = lines.map((line) => line.split(' '))
  return Object.fromEntries(
    pairs.flatMap(([name = '', value = '']) =>
      name === '' || name.startsWith('refs/remotes/') ? [] : [[`${prefix} ${name}`, value]]
    )
  )
}

/** What the platform itself says of it: variables, snapshots, and the deployments that have begun. */
async function ofPlatform(): Promise<Seen> {
  const variables = await api('/variables')
  const activities = JSON.parse(await api('/activities?count=100')) as readonly {
    id: string
    type: string
    payload?: { commits?: readonly { sha?: string }[] }
  }[]
  const of = (type: RegExp): string =>
    activities
      .filter((each) => type.test(each.type))
      .map(({ id }) => id)
      .join(' ')
  return {
    variables: variables.includes('ADMIN_EMAIL') ? 'ADMIN_EMAIL' : '',
    redeployments: of(/variable/),
    snapshots: of(/backup/),
    deployments: of(/push/)
  }
}
async function seen(): Promise<Seen> {
  await sandbox.idle()
  const backups = join(sandbox.directory, 'backups')
  return {
    ...(await refsOf(sandbox.origin, 'remote')),
    ...(await refsOf('.', 'local')),
    ...(await ofPlatform()),
    head: await git('symbolic-ref', 'HEAD'),
    files: await git('status', '--porcelain'),
    backups: existsSync(backups) ? readdirSync(backups).join(' ') : ''
  }
}
const places: Readonly<Record<string, ReturnType<Place>>> = {
  variables: { kinds: ['variable'], words: 'ADMIN_EMAIL' },
  redeployments: { kinds: ['redeployment'], words: '' },
  snapshots: { kinds: ['snapshot'], words: '' },
  deployments: { kinds: ['deployment', 'branch'], words: '' },
  backups: { kinds: ['backup'], words: '' }
}
const place: Place = (name) => {
  const known = places[name]
  if (known !== undefined) return known
  const [where = '', ref = ''] = name.split(' ')
  if (where === 'remote' && ref.startsWith('refs/heads/'))
    return { kinds: ['branch', 'pull-request-branch'], words: `pushed to ${ref.slice(11)} on origin` }
  if (where === 'remote' && ref.startsWith('refs/tags/'))
    return { kinds: ['remote-tag'], words: `the tag ${ref.slice(10)} was pushed` }
  if (where === 'remote') return { kinds: ['lock'], words: ref }
  if (where === 'local' && ref !== 'refs/heads/integration') return { kinds: ['ref', 'stash'], words: ref }
  return { kinds: ['checkout'], words: 'the checkout was updated' }
}

/** Everything as it was at the beginning. */
async function reset(fault: DeployFault | null): Promise<void> {
  await sandbox.idle()
  await sandbox.setFault(null)
  const refs = Object.keys({ ...(await refsOf(sandbox.origin, 'remote')), ...(await refsOf('.', 'local')) })
  for (const name of refs) {
    const [where, ref = ''] = name.split(' ')
    if (ref !== 'refs/heads/integration')
      await git('-C', where === 'remote' ? sandbox.origin : '.', 'update-ref', '-d', ref)
  }
  await git('checkout', '--quiet', '--force', 'integration')
  await git('reset', '--quiet', '--hard', start)
  if ((await git('rev-parse', 'HEAD')) !== (await git('-C', sandbox.origin, 'rev-parse', 'refs/heads/integration')))
    await git('push', '--quiet', '--force', 'origin', 'integration')
  await cloud('variable:delete', 'ADMIN_EMAIL', '--yes').catch(() => '')
  rmSync(join(sandbox.directory, 'backups'), { recursive: true, force: true })
  await sandbox.idle()
  await sandbox.setFault(fault)
}

type Command = (options: GivenOptions, context: RunContext) => Promise<UpgradeReport>
interface Tried {
  readonly run: Command
  readonly given: GivenOptions
  readonly fault?: DeployFault
}
const quick = { backup: 'off', rehearsal: 'off', startTimeout: 6 } as const
const set = { adminEmailCheck: 'set', adminEmail: 'admin@example.com' } as const
const only = ({ workingDirectory, project, environment, knownHosts, cloudToken }: GivenOptions): GivenOptions =>
  ({ workingDirectory, project, environment, knownHosts, cloudToken }) as GivenOptions
const commands: readonly (readonly [string, Tried])[] = [
  [
    'verify',
    { run: (options, context) => verify({ ...only(options), expectedVersion: '2.4.7-p3' }, context), given: {} }
  ],
  ['diagnose', { run: (options, context) => diagnose(only(options), context), given: {} }],
  ['backup', { run: backup, given: { backup: 'ssh-dump', backupSnapshot: true, rehearsal: 'off' } }],
  ['upgrade', { run: upgrade, given: { ...quick, ...set } }],
  ['recover', { run: upgrade, given: { ...quick, recover: 'revert', verify: false }, fault: 'build-fails' }]
]

async function judged({ run, given }: Tried): Promise<{ report: UpgradeReport; wrong: readonly string[] }> {
  const before = await seen()
  const [options, context] = onSandbox(sandbox, given)
  const stop = new AbortController()
  const watch = setInterval(() => {
    if (shim.isStopping()) stop.abort('SIGTERM')
  }, 20)
  const environment = { ...sandbox.env, PATH: `${shim.folder}:${sandbox.env['PATH'] ?? ''}` }
  const report = await run(options, { ...context, environment, signal: stop.signal })
  clearInterval(watch)
  const wrong = judgeEffects(report.changes, before, await seen(), place)
  const bug = report.error?.code === 'internal-error' ? [`a bug: ${report.error.details ?? report.error.message}`] : []
  return { report, wrong: [...wrong, ...bug] }
}

/** Numbers below 1 that are the same in each run of this test. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

const hows: readonly Failing[] = ['before', 'lost', 'stopped']
// By default the one that touches most of the platform in a short time.
test.each(mass > 0 ? commands : commands.filter(([name]) => name === 'backup'))(
  '%s says what it changed, whichever call fails',
  async (name, tried) => {
    await reset(tried.fault ?? null)
    shim.arm(0, 'before')
    const whole = await judged(tried)
    expect([whole.report.error?.code ?? null, whole.wrong]).toEqual([
      name === 'recover' ? expect.any(String) : null,
      []
    ])
    const calls = shim.calls()
    const next = numbers(name.length)
    const lies: string[] = []
    for (let index = 0; index < Math.max(mass, 1); index += 1) {
      await reset(tried.fault ?? null)
      const call = 1 + Math.floor(next.next().value * calls)
      const how = hows[Math.floor(next.next().value * hows.length)] ?? 'lost'
      shim.arm(call, how)
      const { wrong } = await judged(tried)
      const what = `${how}, ${call} of ${calls}: ${shim.failed().slice(0, 200)}`
      lies.push(...wrong.map((lie) => `${what}: ${lie}`))
    }
    expect(lies).toEqual([])
  },
  3_600_000
)
