import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../sandbox/packages/run-program.js'
import type { Sandbox } from '../sandbox/sandbox-options.js'
import { startSandbox } from '../sandbox/start-sandbox.js'
import { watched, type Load } from './load.js'
import { markdown } from './measure.js'

// A row of the stand-in's orders and items makes about so much SQL.
const rowsPerGigabyte = 740_000

/** Our stream against the plain pipe on the same database, and what the rehearsal adds, at each size in GB of SQL. */
export async function benchBackup(gigabytes: readonly number[]): Promise<string> {
  const rows: (readonly string[])[] = []
  for (const size of gigabytes) {
    const sandbox = await startSandbox({ databaseRows: Math.round(size * rowsPerGigabyte) })
    const folder = await mkdtemp(join(tmpdir(), 'bench-backup-'))
    try {
      rows.push(...(await measureSize(sandbox, folder)))
    } finally {
      await rm(folder, { recursive: true, force: true })
      await sandbox.stop()
    }
  }
  const head = ['GB of SQL', 'way', 'seconds', 'part of the plain pipe', 'CPU s here', 'peak MB of node']
  return markdown('Backup over SSH', head, rows)
}

async function measureSize(sandbox: Sandbox, folder: string): Promise<readonly (readonly string[])[]> {
  const file = join(folder, 'plain.sql.gz')
  const plain = await plainPipe(sandbox, file)
  const { stdout } = await runProgram(['bash', '-c', 'gzip -dc "$FILE" | wc -c'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', FILE: file }
  })
  const sql = Number(stdout) / 1e9
  const ours = await stream(sandbox, folder, 'off')
  const rehearsed = await stream(sandbox, folder, 'require')
  const row = (name: string, { seconds, cpu, megabytes }: Load): readonly string[] => {
    const part = (seconds / plain.seconds).toFixed(2)
    return [sql.toFixed(2), name, seconds.toFixed(1), part, cpu.toFixed(1), megabytes.toFixed(0)]
  }
  const perGigabyte = ((rehearsed.seconds - ours.seconds) / sql).toFixed(0)
  return [
    row('plain pipe', plain),
    row('our stream, every check included', ours),
    row(`the same and a rehearsal (${perGigabyte} s per GB)`, rehearsed)
  ]
}

// What the documentation has one type on the server, with the dump brought here.
const remote = `conf=$(mktemp); php -r '$d = json_decode(base64_decode(getenv("MAGENTO_CLOUD_RELATIONSHIPS")), true)["database"][0];
file_put_contents($argv[1], "[client]\\nhost=$d[host]\\nport=$d[port]\\nuser=$d[username]\\npassword=\\"$d[password]\\"\\n"); echo $d["path"];' "$conf" >"$conf.name"
$(command -v mariadb-dump || command -v mysqldump) --defaults-extra-file="$conf" --single-transaction --quick --no-tablespaces "$(cat "$conf.name")" | gzip
rm "$conf" "$conf.name"`

function plainPipe(sandbox: Sandbox, file: string): Promise<Load> {
  const script = 'magento-cloud ssh -p "$PROJECT" -e "$ENVIRONMENT" -- "$REMOTE" >"$OUT"'
  const { projectId: PROJECT, environment: ENVIRONMENT } = sandbox
  const env = { ...cloudEnvironment(sandbox), PROJECT, ENVIRONMENT, REMOTE: remote, OUT: file }
  return watched(['bash', '-c', script], { env, cwd: sandbox.checkout })
}

function stream(sandbox: Sandbox, folder: string, rehearsal: 'off' | 'require'): Promise<Load> {
  const { projectId, environment, knownHosts, checkout } = sandbox
  const where = ['--project', projectId, '--environment', environment, '--working-directory', checkout]
  const way = ['--backup', 'ssh-dump', '--backup-to', 'runner', '--rehearsal', rehearsal, '--known-hosts', knownHosts]
  const argv = ['dist/cli/index.js', 'backup', ...where, ...way, '--backup-directory', join(folder, rehearsal)]
  return watched([process.execPath, ...argv], { env: cloudEnvironment(sandbox), cwd: process.cwd() })
}

function cloudEnvironment({ env, credentials }: Sandbox): Record<string, string> {
  const cli = { MAGENTO_CLOUD_CLI_HOME: env['HOME'] ?? '', MAGENTO_CLOUD_CLI_NO_INTERACTION: '1' }
  return { ...env, ...cli, MAGENTO_CLOUD_CLI_TOKEN: credentials.cloudToken }
}
