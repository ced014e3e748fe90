import { createDumpScan } from '../../project/dump-scan.js'
import { parseRemoteAnswer, type RemoteAnswer } from '../../project/remote-answer.js'
import type { Backup } from '../../report.js'
import type { SshHost } from '../../tools/ssh.js'
import type { BackupInput, BackupTools } from '../back-up-database.js'
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
  const failure = answer.one('failure') ?? result.failure
  if (failure !== null || answer.one('done') === null) throw dumpFailure(failure ?? 'the script ended early')
  const { partial, final } = dumpPaths(answer)
  const proofs = proveRemote(answer)
  try {
    expectProven(proofs, partial)
  } catch (error) {
    await ssh.script(host, `rm -rf -- "$(dirname -- '${partial}')"`, { timeoutSeconds: 60 })
    throw error
  }
  const renamed = await ssh.script(host, `mv -- '${partial}' '${final}' && sync`, { timeoutSeconds: 120 })
  if (renamed.exitCode !== 0) throw dumpFailure(`${partial} could not be renamed`)
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
    problems: []
  }
}

function proveRemote(answer: RemoteAnswer): Backup['proofs'] {
  const scan = createDumpScan()
  answer.all('head').forEach(scan.line)
  const status = (key: string): number | null => (/^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null)
  const proofs = proveDump({
    statuses: { mysqldump: status('dump-status'), gzip: status('gzip-status') },
    message: answer.one('dump-message')?.trim() ?? '',
    gzipFailure: status('gunzip-status') === 0 ? null : 'the file does not decode to its end',
    lastLine: answer.one('last-line') ?? '',
    before: answer.all('before'),
    dumped: scan.objects,
    after: answer.all('after'),
    sha256: answer.one('sha256') ?? ''
  })
  return [...proofs]
}

/** The paths that our script made; anything else would end up in a shell. */
function dumpPaths(answer: RemoteAnswer): { readonly partial: string; readonly final: string } {
  const [partial, final] = [answer.one('partial') ?? '', answer.one('final') ?? '']
  const form = /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+\/[A-Za-z0-9_]+-[0-9TZ]+\.sql\.gz(\.partial)?$/
  if (!form.test(partial) || !form.test(final))
    throw dumpFailure('the server named a path that our script does not make')
  return { partial, final }
}

async function bringHere(
  { ssh, files, dumpFiles }: BackupTools,
  input: BackupInput,
  { host, final, sha256 }: { readonly host: SshHost; readonly final: string; readonly sha256: string }
): Promise<string> {
  const folder = input.directory === '' ? await files.privateFolder('backup') : files.resolve(input.directory)
  await files.makePrivateFolder(folder)
  const local = files.join(folder, final.split('/').at(-1) ?? 'database.sql.gz')
  const partial = `${local}.partial`
  const result = await ssh.download(host, final, partial, timeoutSeconds)
  const facts = await dumpFiles.inspect(partial)
  if (result.exitCode !== 0 || facts.sha256 !== sha256 || facts.gzipFailure !== null) {
    await files.remove(partial)
    throw dumpFailure(`the download of ${final} is not equal to the file on the server`)
  }
  await dumpFiles.settle(partial, local)
  return local
}
