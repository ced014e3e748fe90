import { longestCopySeconds } from '../../../tools/process/command.js'
import type { ManifestDump } from '../manifest/manifest.js'
import { parseRemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import type { StoredDump } from '../../../tools/dump/dump-store.js'
import type { BackupTools } from '../backup-request.js'
import type { DumpRequest } from './dump-request.js'
import { readPart } from './download-dump.js'
import { collationOf } from './database-facts.js'
import { causeOf, dumpFailure, listObjects } from './list-objects.js'
import { expectProven } from './expect-proven.js'
import { proveDump } from './prove-dump.js'
import { redactEvidence } from '../../../secrets/redact-evidence.js'
import { streamDumpScript } from './remote-scripts.js'

/** Result of a dump that was streamed to this machine: the stages' exit codes, null if they are not known. */
interface Flow {
  readonly facts: StoredDump
  readonly statuses: Readonly<Record<string, number | null>>
  readonly message: string
}

/**
 * mysqldump over SSH straight into a file on this machine, checked as it arrives; nothing touches the server's disk.
 */
export function dumpByStream(tools: BackupTools, request: DumpRequest): Promise<ManifestDump> {
  return dumpHere(tools, request, async (path) => {
    const { ssh, dumpStore } = tools
    const { host, relationship, recipients, exclude, before } = request
    const read = dumpStore.into(path, recipients)
    const script = streamDumpScript({ relationship, source: before.source, exclude })
    const { value, result } = await ssh.stream(host, script, read, { timeoutSeconds: longestCopySeconds })
    const answer = parseRemoteAnswer(result.stdout)
    const why = answer.one('failure') ?? (value.bytes === 0 ? result.failure : null)
    if (why !== null) throw dumpFailure(why, causeOf(answer))
    const number = (key: string): number | null =>
      /^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null
    const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status'), ssh: result.exitCode ?? 255 }
    // Exactly what our script prints after the dump; anything else is another member, padding or noise.
    const tail = result.stdout.startsWith('\ndump-status\t') ? null : 'there is data after the compressed dump'
    const facts = { ...value, gzipFailure: value.gzipFailure ?? tail }
    const failed = Object.values(statuses).some((status) => status !== 0)
    return { facts, statuses, message: failed ? (answer.one('message')?.trim() ?? result.failure ?? '') : '' }
  })
}

/** `magento-cloud db:dump` into a file on this machine, compressed here and checked as it arrives. */
export function dumpByCloud(tools: BackupTools, request: DumpRequest): Promise<ManifestDump> {
  return dumpHere(tools, request, async (path) => {
    const { value, result } = await tools.dumpStore.fromProcess(path, request.recipients, (pipe) =>
      tools.cloud.dumpDatabase(pipe, request.relationship, {
        exclude: request.exclude,
        timeoutSeconds: longestCopySeconds
      })
    )
    const tail = value.rest.length > 0 ? 'there is data after the compressed dump' : null
    return {
      facts: { ...value, gzipFailure: value.gzipFailure ?? tail },
      statuses: { 'db:dump': result.exitCode, gzip: result.throughExitCode ?? null },
      message: result.exitCode === 0 ? '' : lastLine(result.stderr)
    }
  })
}

/** Dumps under a partial name, proves the dump, and gives it its final name. A failure leaves nothing behind. */
async function dumpHere(
  { ssh, files, dumpFiles }: BackupTools,
  { host, relationship, folder, recipients, exclude, before, mayBeBroken }: DumpRequest,
  make: (path: string) => Promise<Flow>
): Promise<ManifestDump> {
  const name = `${relationship}.sql.gz${recipients.length > 0 ? '.age' : ''}`
  const final = files.join(folder, name)
  const partial = `${final}.partial`
  try {
    const { facts, statuses, message } = await make(partial).catch(asFailure)
    const after = await listObjects(ssh, host, { relationship, exclude, source: before.source })
    const filled = [...facts.rows].flatMap(([table, count]) => (count > 0 ? [table] : []))
    const dumped = {
      dumped: facts.scan.objects,
      filled,
      isMain: relationship === 'database' && !mayBeBroken,
      before: before.names,
      after: after.names
    }
    const closed = { ...facts.scan, closed: facts.closed, lastLine: facts.scan.lastLine }
    const proofs = proveDump({ ...facts, ...closed, ...dumped, statuses, message })
    expectProven(proofs)
    await dumpFiles.settle(partial, final)
    return {
      ...manifestPart(facts, before.database),
      relationship,
      ...collationOf(before),
      database: before.database,
      source: before.source,
      excluded: [...exclude],
      file: name,
      serverFile: null,
      encryption: recipients.length > 0 ? 'age' : 'none',
      fileBytes: facts.file.bytes,
      fileSha256: facts.file.sha256,
      missingPrograms: before.programs.filter((program) => !facts.scan.programs.has(program)),
      withoutHistory: facts.scan.hasHistory ? [] : [...before.versioned],
      nonTransactional: [...before.nonTransactional],
      proofs: [...proofs],
      rehearsal: null,
      unrehearsed: null
    }
  } catch (error) {
    await files.remove(partial)
    throw error
  }
}

/** The manifest's entry for a dump that was read here. */
function manifestPart(facts: StoredDump, database: string | null) {
  const { bytes, sha256, sqlBytes, sqlSha256, scan } = facts
  return {
    ...{ bytes, sha256, sqlBytes, sqlSha256 },
    serverVersion: scan.serverVersion,
    clientVersion: scan.clientVersion,
    tables: [...scan.objects].filter((name) => !scan.views.has(name)),
    views: [...scan.views],
    programs: [...scan.programs],
    ...readPart(facts, database)
  }
}

/** A full disk and similar errors: the file system's message. */
function asFailure(error: unknown): never {
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    throw dumpFailure(`the dump could not be written: ${error.message}`)
  throw error
}

/** The last line of mysqldump or ssh that reports an error, otherwise the last line. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const named = lines.filter((line) => /error|denied|failed|gone away|lost|couldn't/i.test(line))
  return redactEvidence(named.at(-1) ?? lines.findLast((line) => line !== '') ?? '').slice(0, 300)
}
