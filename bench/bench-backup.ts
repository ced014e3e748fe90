import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Sandbox } from '../sandbox/sandbox-options.js'
import { startSandbox } from '../sandbox/start-sandbox.js'
import type { UpgradeReport } from '../src/report/report.js'
import { markdown } from './measure.js'

// The SQL size of one row of the sandbox's sales tables, from the sizes that this benchmark prints.
const rowsPerGigabyte = 1_120_000

/** One way of dumping, as a process of the runner. CPU is that of the process and its children, memory of the largest one. */
interface Run {
  readonly name: string
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** Our ways of dumping to this machine, checks included, against the plain pipe on the same database. */
export async function benchBackup(gigabytes: readonly number[]): Promise<string> {
  const parts: string[] = []
  for (const size of gigabytes) parts.push(await benchSize(size))
  return parts.join('\n')
}

async function benchSize(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-backup-'))
  const sandbox = await startSandbox({ databaseRows: Math.round(size * rowsPerGigabyte) })
  try {
    const plain = await timed('plain pipe', sandbox, plainPipe(sandbox, join(folder, 'plain.sql.gz')))
    const runs = [
      await timed('ssh-dump to the runner', sandbox, ours(sandbox, folder, ['--backup', 'ssh-dump'])),
      await timed('cloud-dump', sandbox, ours(sandbox, folder, ['--backup', 'cloud-dump'])),
      plain
    ]
    const [rehearsal, sqlBytes] = await rehearse(sandbox, folder)
    const bytes = (await stat(join(folder, 'plain.sql.gz'))).size
    const rows = runs.map((run) => [
      run.name,
      run.seconds.toFixed(1),
      (plain.seconds / run.seconds).toFixed(2),
      run.cpuSeconds.toFixed(1),
      run.peakMegabytes.toFixed(0)
    ])
    const head = ['way', 'seconds', 'throughput against the plain pipe', 'CPU seconds', 'peak memory in MB']
    const title = `Backup of ${megabytes(sqlBytes)} MB of SQL (${megabytes(bytes)} MB compressed by the plain pipe)`
    return `${markdown(title, head, rows)}\nThe rehearsal of the restore took ${rehearsal.toFixed(1)} s, ${(rehearsal / (sqlBytes / 2 ** 30)).toFixed(0)} s per GB.\n`
  } finally {
    await sandbox.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function plainPipe({ projectId, environment }: Sandbox, file: string): readonly string[] {
  const dump = 'magento-cloud db:dump -p "$1" -e "$2" -r database --stdout --yes | gzip >"$0"'
  return ['bash', '-c', dump, file, projectId, environment]
}

function ours(sandbox: Sandbox, folder: string, more: readonly string[]): readonly string[] {
  const { checkout, projectId, environment, knownHosts } = sandbox
  return [
    ...[process.execPath, 'dist/cli/index.js', 'backup', '--working-directory', checkout, '--project', projectId],
    ...['--environment', environment, '--known-hosts', knownHosts, '--backup-to', 'runner', '--json'],
    ...[
      '--backup-directory',
      join(folder, 'ours'),
      ...(more.includes('--rehearsal') ? [] : ['--rehearsal', 'off']),
      ...more
    ]
  ]
}

/** Seconds of a rehearsal, and the bytes of SQL that were restored. */
async function rehearse(sandbox: Sandbox, folder: string): Promise<readonly [number, number]> {
  const argv = ours(sandbox, folder, ['--backup', 'ssh-dump', '--rehearsal', 'require'])
  const report = JSON.parse((await run(sandbox, argv)).stdout) as UpgradeReport
  const manifest = JSON.parse(await readFile(report.backup?.manifest ?? '', 'utf8')) as {
    dumps: { sqlBytes: number; rehearsal: { seconds: number } }[]
  }
  const [dump] = manifest.dumps
  return [dump?.rehearsal.seconds ?? 0, dump?.sqlBytes ?? 0]
}

async function timed(name: string, sandbox: Sandbox, argv: readonly string[]): Promise<Run> {
  const began = performance.now()
  const { stderr, peakKilobytes } = await run(sandbox, argv)
  const seconds = (performance.now() - began) / 1000
  const [user = 0, system = 0] = (stderr.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number)
  const result = { name, seconds, cpuSeconds: user + system, peakMegabytes: peakKilobytes / 1024 }
  console.log(JSON.stringify(result))
  return result
}

/** Runs a command in the sandbox's surroundings; the last line of its stderr is its processor time. */
async function run(
  { env, credentials }: Sandbox,
  argv: readonly string[]
): Promise<{ readonly stdout: string; readonly stderr: string; readonly peakKilobytes: number }> {
  const home = env['HOME'] ?? ''
  await mkdir(home, { recursive: true })
  const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; time "$@"`, 'bash', ...argv], {
    env: {
      ...env,
      MAGENTO_CLOUD_CLI_TOKEN: credentials.cloudToken,
      MAGENTO_CLOUD_CLI_NO_INTERACTION: '1',
      MAGENTO_CLOUD_CLI_HOME: home
    }
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  let peakKilobytes = 0
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const state = { over: false }
  void ended.then(() => (state.over = true))
  while (!state.over) {
    peakKilobytes = Math.max(peakKilobytes, ...descendants(child.pid ?? 0).map(peakOf))
    await Promise.race([ended, pause(50)])
  }
  const code = await ended
  if (code !== 0)
    throw new Error(`${argv.slice(0, 3).join(' ')} ended with ${code ?? 'a signal'}: ${stderr.slice(-2000)}`)
  return { stdout, stderr, peakKilobytes }
}

function descendants(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.map(Number).flatMap((child) => [child, ...descendants(child)])
  } catch {
    return []
  }
}

/** The kernel's own high-water mark of a process's memory. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
