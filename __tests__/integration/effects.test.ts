import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import { plan } from '../../src/commands/plan.js'
import { upgrade } from '../../src/commands/upgrade.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { failingPrograms, type FailingPrograms } from '../helpers/failing-programs.js'
import { judgeEffects, type Place, type Seen } from '../helpers/judge-effects.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

// Each command, with one call of git that fails in it: what the run says of its effects is what really differs.

const mass = Number(process.env['MASS'] ?? 1)
let project: LocalProject
let shim: FailingPrograms
let start: string
let begin: Seen
beforeAll(async () => {
  project = await startLocalProject()
  shim = failingPrograms(join(project.folder, 'failing'), ['git', 'composer'], environment()['PATH'] ?? '')
  start = (await git('rev-parse', 'HEAD')).trim()
  begin = await refsOf('.')
})
afterAll(() => project.stop())

const environment = (): Record<string, string> => ({ ...(project.context.environment as Record<string, string>) })
const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: project.checkout, env: environment() })).stdout
async function refsOf(folder: string): Promise<Seen> {
  const lines = await git('-C', folder, 'for-each-ref', '--format=%(refname) %(objectname)')
  const pairs = lines.split('\n').map((line) => line.split(' '))
  return Object.fromEntries(pairs.flatMap(([name = '', value = '']) => (name === '' ? [] : [[name, value]])))
}
/** All that a run may change: the refs of the remote and of the checkout, HEAD and the files there. */
async function seen(): Promise<Seen> {
  const named = (prefix: string, refs: Seen): Seen =>
    Object.fromEntries(Object.entries(refs).map(([name, value]) => [`${prefix} ${name}`, value]))
  const local = Object.entries(await refsOf('.')).filter(([name]) => !name.startsWith('refs/remotes/'))
  return {
    ...named('remote', await refsOf(join(project.folder, 'origin.git'))),
    ...named('local', Object.fromEntries(local)),
    head: await git('symbolic-ref', 'HEAD'),
    files: await git('status', '--porcelain')
  }
}
const place: Place = (name) => {
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
async function reset(): Promise<void> {
  await git('checkout', '--quiet', '--force', 'integration')
  await git('reset', '--quiet', '--hard', start)
  for (const [name, folder] of [
    ['.', '.'],
    ['origin', join(project.folder, 'origin.git')]
  ] as const)
    for (const ref of Object.keys(await refsOf(folder)))
      if (name === '.' ? begin[ref] === undefined : ref !== 'refs/heads/integration')
        await git('-C', folder, 'update-ref', '-d', ref)
  await git('push', '--quiet', '--force', 'origin', 'integration')
}

const context = (): { environment: Record<string, string> } => {
  const env = environment()
  return { environment: { ...env, PATH: `${shim.folder}:${env['PATH'] ?? ''}` } }
}
const commands: readonly (readonly [string, () => Promise<UpgradeReport>])[] = [
  ['plan', () => plan(project.options, context())],
  ['upgrade', () => upgrade(project.options, context())],
  ['upgrade without a push', () => upgrade({ ...project.options, push: false }, context())]
]
/** Numbers below 1 that are the same in each run of this test. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

async function judged(run: () => Promise<UpgradeReport>): Promise<{ report: UpgradeReport; wrong: readonly string[] }> {
  const before = await seen()
  const report = await run()
  const wrong = judgeEffects(report.changes, before, await seen(), place)
  const open = report.changes.filter(({ kind, state }) => state === 'intended' && kind !== 'deployment')
  return { report, wrong: [...wrong, ...open.map(({ what }) => `the end is missing: ${what}`)] }
}

test.each(commands)(
  '%s says what it changed, whichever call of git fails',
  async (name, run) => {
    shim.arm(0, 'before')
    const whole = await judged(run)
    expect([whole.report.error, whole.wrong]).toEqual([null, []])
    await reset()
    const calls = shim.calls()
    const next = numbers(name.length)
    for (let index = 0; index < mass; index += 1) {
      const call = 1 + Math.floor(next.next().value * calls)
      shim.arm(call, index % 2 === 0 ? 'lost' : 'before')
      const failed = await judged(run)
      expect([call, shim.failed(), failed.wrong]).toEqual([call, shim.failed(), []])
      // The run after it, which goes on from there.
      shim.arm(0, 'before')
      expect([call, (await judged(run)).wrong]).toEqual([call, []])
      await reset()
    }
  },
  3_600_000
)
