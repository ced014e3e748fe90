import { UpgradeError } from '../../errors.js'
import { createDumpScan } from '../../project/dump-scan.js'
import { parseRemoteAnswer, type RemoteAnswer } from '../../project/remote-answer.js'
import type { Backup } from '../../report.js'
import type { Ssh, SshHost } from '../../tools/ssh.js'
import type { BackupInput, BackupTools } from '../back-up-database.js'
import { bringHere } from './bring-here.js'
import { databaseProblems } from './database-problems.js'
import { dumpFailure } from './list-objects.js'
import { expectProven, proveDump } from './prove-dump.js'
import { remoteDumpScript } from './remote-scripts.js'

const timeoutSeconds = 4 * 3600

/** mysqldump into a private file under /tmp of the first node, proven there, and downloaded where asked. */
export async function dumpOnServer(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const { ssh } = tools
  // One node is enough: all nodes of Pro speak to the same cluster.
  const [host] = input.hosts
  if (host === undefined) throw dumpFailure('the environment has no SSH login')
  const result = await ssh.script(host, remoteDumpScript, { timeoutSeconds })
  const answer = parseRemoteAnswer(result.stdout)
  const folder = remoteFolder(answer)
  const { final, proofs } = await settle(ssh, host, { folder, answer, failure: result.failure }).catch(
    async (error: unknown) => {
      throw folder === null ? error : await removeFolder(ssh, host, { folder, error })
    }
  )
  const sha256 = answer.one('sha256') ?? ''
  return {
    strategy: 'ssh-dump',
    location: final,
    downloadedTo: input.download ? await bringHere(tools, input, { host, final, sha256 }) : null,
    bytes: Number(answer.one('bytes')),
    sha256,
    tables: answer.all('before').length,
    proofs: [...proofs],
    extras: [],
    problems: [...databaseProblems(answer)]
  }
}

interface RemoteDump {
  readonly folder: string | null
  readonly answer: RemoteAnswer
  readonly failure: string | null
}

/** Proves the dump and gives it its final name, which it has from then on. */
async function settle(
  ssh: Ssh,
  host: SshHost,
  { folder, answer, failure }: RemoteDump
): Promise<{ readonly final: string; readonly proofs: Backup['proofs'] }> {
  const why = answer.one('failure') ?? failure
  if (why !== null || answer.one('done') === null) throw dumpFailure(why ?? 'the script ended early')
  const name = answer.one('name') ?? ''
  // These are the names that our script makes; anything else would end up in a shell.
  if (folder === null || !/^\w+-[0-9TZ]+\.sql\.gz$/.test(name))
    throw dumpFailure('the server named a path that our script does not make')
  const final = `${folder}/${name}`
  const proofs = proveRemote(answer)
  expectProven(proofs, `${final}.partial`)
  const renamed = await ssh.script(host, `mv -- '${final}.partial' '${final}' && sync`, { timeoutSeconds: 120 })
  if (renamed.exitCode !== 0) throw dumpFailure(`${final}.partial on the server could not be renamed`)
  return { final, proofs }
}

function proveRemote(answer: RemoteAnswer): Backup['proofs'] {
  const scan = createDumpScan()
  answer.all('head').forEach(scan.line)
  const number = (key: string): number | null => (/^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null)
  const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status') }
  const isWhole = number('length-field') === (number('plain-bytes') ?? -1) % 2 ** 32
  const tail = isWhole ? null : 'there is something behind the compressed data'
  const proofs = proveDump({
    statuses,
    message: Object.values(statuses).every((status) => status === 0) ? '' : (answer.one('message')?.trim() ?? ''),
    gzipFailure: number('gunzip-status') === 0 ? tail : 'the file does not decode to its end',
    lastLine: answer.one('last-line') ?? '',
    before: answer.all('before'),
    dumped: scan.objects,
    after: answer.all('after'),
    sha256: answer.one('sha256') ?? ''
  })
  return [...proofs]
}

function remoteFolder(answer: RemoteAnswer): string | null {
  return /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+$/.exec(answer.one('folder') ?? '')?.[0] ?? null
}

/** The error to throw: the given one, or one that also says what could not be removed. */
async function removeFolder(
  ssh: Ssh,
  host: SshHost,
  { folder, error }: { readonly folder: string; readonly error: unknown }
): Promise<unknown> {
  // A script that lost its connection may still be at work there for a moment.
  const script = `for try in 1 2 3 4 5; do rm -rf -- '${folder}' && exit 0; sleep 1; done 2>/dev/null; exit 1`
  const { exitCode } = await ssh.script(host, script, { timeoutSeconds: 60 })
  if (exitCode === 0 || !(error instanceof UpgradeError)) return error
  return new UpgradeError(error.code, {
    message: error.message,
    unchanged: 'Older backups, the checkout, the branch and the environment are as they were.',
    next: `${error.next} Remove ${folder} on ${host}: it may hold an unfinished dump, and could not be removed.`
  })
}
