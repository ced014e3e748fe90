import type { Backup } from '../../report.js'
import type { BackupInput, BackupTools } from '../back-up-database.js'
import { dumpFailure, listObjects } from './list-objects.js'
import { openLocalTarget } from './local-target.js'
import { expectProven, proveDump } from './prove-dump.js'

const timeoutSeconds = 4 * 3600

/** `magento-cloud db:dump` to this machine, compressed here, under a partial name until it is proven. */
export async function dumpByCloud(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const { cloud, ssh, files, dumpFiles } = tools
  const [host] = input.hosts
  if (host === undefined) throw dumpFailure('the environment has no SSH login')
  const before = await listObjects(ssh, host)
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const name = `database-${stamp}-${crypto.randomUUID().slice(0, 8)}.sql.gz`
  const { partial, final, discard } = await openLocalTarget(files, input.directory, name)
  try {
    const result = await cloud.dumpDatabase(partial, timeoutSeconds)
    const after = await listObjects(ssh, host)
    const facts = await dumpFiles.inspect(partial)
    const proofs = proveDump({
      ...facts,
      statuses: { 'db:dump': result.exitCode, gzip: result.throughExitCode ?? null },
      message: result.exitCode === 0 ? '' : lastLine(result.stderr),
      before: before.names,
      lastLine: facts.scan.lastLine,
      dumped: facts.scan.objects,
      after: after.names
    })
    expectProven(proofs, partial)
    await dumpFiles.settle(partial, final)
    return {
      strategy: 'cloud-dump',
      location: final,
      downloadedTo: final,
      bytes: facts.bytes,
      sha256: facts.sha256,
      tables: before.names.length,
      proofs: [...proofs],
      extras: [],
      problems: [...before.problems]
    }
  } catch (error) {
    await discard()
    throw error
  }
}

/** The last line of mysqldump or ssh that names an error, else the last one at all. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const named = lines.filter((line) => /error|denied|failed|gone away|lost|couldn't/i.test(line))
  return (named.at(-1) ?? lines.findLast((line) => line !== '') ?? '').slice(0, 300)
}
