import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startPackageRepository } from '../sandbox/packages/package-repository.js'
import { writeProject, type WrittenProject } from '../sandbox/project/write-project.js'
import { documentedConstraint } from './documented-constraint.js'
import { markdown } from './measure.js'
import { timedRun, type TimedRun } from './timed-run.js'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)

interface Way {
  readonly name: string
  readonly runs: readonly TimedRun[]
  readonly bytes: number
}

/**
 * `plan` from the command line as built in `dist`: with nothing remembered, if nothing changed since the last run,
 * and if an extension blocks; each against the shell steps that give the same answer.
 */
export async function benchPlan(packages: number): Promise<string> {
  const free = await benchOf(packages, false)
  const blocked = await benchOf(packages, true)
  return `${free}\n${blocked}\nMedian of ${rounds} runs. CPU is that of the program and all its children. Plain steps: git clone, composer require --no-update, composer update --dry-run, and composer why-not if that fails.\n`
}

async function benchOf(packages: number, blocked: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  const repository = await startPackageRepository({ packages, ...(blocked && { extensionUpTo: '2.4.7-p3' }) })
  try {
    const project = await writeProject({
      directory: join(folder, 'project'),
      homeDirectory: join(folder, 'home'),
      repository,
      extension: blocked
    })
    const served = (): number => repository.bytesServed()
    const ours = (cache: string) => () => planOf(project, repository, { folder, cache, code: blocked ? 32 : 0 })
    const ways = [
      await measureWay('this tool, nothing remembered', served, ours('off')),
      await measureWay('this tool, nothing changed', served, ours(join(folder, 'cache')), 1),
      await measureWay('plain shell steps', served, () => plainSteps(project, folder, blocked))
    ]
    return table(`Plan of ${packages} packages${blocked ? ', blocked by an extension' : ''}`, ways)
  } finally {
    await repository.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function planOf(
  { directory, env }: WrittenProject,
  { username, password, host }: { readonly username: string; readonly password: string; readonly host: string },
  { folder, cache, code }: { readonly folder: string; readonly cache: string; readonly code: number }
): Promise<TimedRun> {
  const options = ['--working-directory', directory, '--target', '2.4.8', '--vulnerable-composer', 'warn']
  const argv = [process.execPath, resolve('dist/cli/index.js'), 'plan', ...options]
  return expectCode(code, argv, {
    cwd: folder,
    env: {
      PATH: env['PATH'] ?? '',
      HOME: folder,
      TMPDIR: folder,
      MAGENTO_CLOUD_UPGRADE_CACHE: cache,
      MAGENTO_CLOUD_UPGRADE_COMPOSER_HOST: host,
      MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: username,
      MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: password
    }
  })
}

async function plainSteps({ directory, env }: WrittenProject, folder: string, blocked: boolean): Promise<TimedRun> {
  const clone = await mkdtemp(join(folder, 'clone-'))
  const script = `set -eu
git clone --quiet "$1" "$2" && cd "$2"
composer require '${documentedConstraint}' --no-update
composer remove magento/product-enterprise-edition --no-update
composer update --dry-run --no-progress || composer why-not --locked magento/product-enterprise-edition 2.4.8
`
  const cache = await mkdtemp(join(folder, 'composer-'))
  return expectCode(blocked ? null : 0, ['bash', '-c', script, 'bash', directory, clone], {
    cwd: folder,
    env: { ...env, COMPOSER_CACHE_DIR: cache }
  })
}

async function expectCode(code: number | null, ...run: Parameters<typeof timedRun>): Promise<TimedRun> {
  const result = await timedRun(...run)
  if (code !== null && result.exitCode !== code) throw new Error(`Exit ${result.exitCode}: ${result.output}`)
  return result
}

async function measureWay(
  name: string,
  served: () => number,
  run: () => Promise<TimedRun>,
  unmeasured = 0
): Promise<Way> {
  for (let round = 0; round < unmeasured; round += 1) await run()
  const before = served()
  const runs: TimedRun[] = []
  for (let round = 0; round < rounds; round += 1) runs.push(await run())
  const way = { name, runs, bytes: (served() - before) / rounds }
  console.log(`${name}: ${median(way, 'seconds').toFixed(2)} s, CPU ${median(way, 'cpuSeconds').toFixed(2)} s`)
  return way
}

function median({ runs }: Way, of: 'seconds' | 'cpuSeconds'): number {
  return runs.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
}

function table(title: string, ways: readonly Way[]): string {
  const plain = ways.at(-1)
  const rows = ways.map((way) => [
    way.name,
    median(way, 'seconds').toFixed(2),
    median(way, 'cpuSeconds').toFixed(2),
    (way.bytes / 1024).toFixed(0),
    `${((plain ? median(plain, 'seconds') : 0) / median(way, 'seconds')).toFixed(1)} ×`
  ])
  return markdown(title, ['way', 'seconds', 'CPU seconds', 'kB downloaded', 'faster by'], rows)
}
