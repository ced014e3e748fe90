import { isServerFolder } from '../backup-folder.js'
import { longestCopySeconds } from '../../../tools/process/command.js'
import { UpgradeError } from '../../../errors.js'
import type { Entry } from '../../../ledger.js'
import { intendDump, intendEceDump } from '../effects.js'
import type { ManifestDump } from '../manifest/manifest.js'
import { createDumpScan, type DumpScan } from '../../../tools/dump/dump-scan.js'
import { namesOf, parseRemoteAnswer, unescapeName, type RemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import type { BackupTools } from '../backup-request.js'
import { downloadDump, notDownloaded } from './download-dump.js'
import { collationOf, databaseFacts } from './database-facts.js'
import type { DumpRequest } from './dump-request.js'
import { causeOf, dumpFailure, without } from './list-objects.js'
import type { DatabaseChoice } from './remote-shell.js'
import { expectProven } from './expect-proven.js'
import { proveDump, type DumpProof } from './prove-dump.js'
import { eceDumpScript, remoteDumpScript } from './remote-scripts.js'

/** mysqldump into a private file in /tmp on the server, proven there, and downloaded if requested. */
export function dumpOnServer(tools: BackupTools, request: DumpRequest): Promise<ManifestDump> {
  return dumpByScript(tools, request, { way: 'ssh-dump', script: remoteDumpScript(choiceOf(request)) })
}

/** The same with `ece-tools db-dump`; the site is in maintenance mode meanwhile. */
export function dumpByEceTools(tools: BackupTools, request: DumpRequest): Promise<ManifestDump> {
  return dumpByScript(tools, request, { way: 'ece-dump', script: eceDumpScript(choiceOf(request)) })
}

function choiceOf({ relationship, exclude, before }: DumpRequest): DatabaseChoice {
  return { relationship, exclude, source: before.source }
}

async function dumpByScript(
  tools: BackupTools,
  request: DumpRequest,
  { way, script }: { readonly way: 'ssh-dump' | 'ece-dump'; readonly script: string }
): Promise<ManifestDump> {
  const { ssh } = tools
  const { host, relationship, exclude, before } = request
  const left = intendDump(tools.ledger, host, relationship)
  const settleSite = way === 'ece-dump' ? intendEceDump(tools.ledger, host) : null
  const result = await ssh.script(host, script, { timeoutSeconds: longestCopySeconds })
  const answer = parseRemoteAnswer(result.stdout)
  settleSite?.(answer, result.failure)
  const folder = remoteFolder(answer)
  const isMain = relationship === 'database'
  const { final, proofs, scan } = await settle(ssh, host, {
    folder,
    answer,
    exclude,
    isMain,
    failure: result.failure
  }).catch(async (error: unknown) => {
    // The script removes an unfinished dump itself, unless its connection was lost.
    if (folder === null && result.failure === null) left.undone()
    if (folder === null && result.failure !== null) left.unknown()
    const told = folder === null ? error : await removeFolder(ssh, host, { folder, error, left })
    // What ece-tools did not finish lies in its own folder.
    if (way === 'ece-dump' && isBegun(answer) && answer.one('rest') !== 'no') left.unknown()
    throw told
  })
  left.done()
  const sha256 = answer.one('sha256') ?? ''
  const { database, programs, nonTransactional, versioned, collation } = databaseFacts(answer)
  const bring = downloadDump.bind(null, tools, { ...request, database }, { serverFile: final, sha256 })
  const copied = request.download ? await bring().catch(forgetRefused(ssh, host, { folder, left })) : notDownloaded
  return {
    relationship,
    ...collationOf({ collation }),
    database,
    source: before.source,
    excluded: [...exclude],
    ...copied,
    serverFile: final,
    bytes: Number(answer.one('bytes')),
    sha256,
    sqlBytes: Number(answer.one('plain-bytes')),
    sqlSha256: answer.one('sql-sha256') ?? '',
    serverVersion: scan.serverVersion,
    clientVersion: scan.clientVersion,
    tables: [...scan.objects].filter((name) => !scan.views.has(name)),
    views: [...scan.views],
    programs: [...scan.programs],
    missingPrograms: programs.filter((program) => !scan.programs.has(program)),
    withoutHistory: scan.hasHistory ? [] : [...versioned],
    nonTransactional: [...nonTransactional],
    proofs: [...proofs],
    rehearsal: null,
    unrehearsed: null
  }
}

/** Whether a script may have begun with its dump: it gave up on nothing before that. */
function isBegun(answer: RemoteAnswer): boolean {
  return answer.one('failure') === null || answer.one('dump-status') !== null
}

interface RemoteDump {
  readonly folder: string | null
  readonly answer: RemoteAnswer
  readonly exclude: readonly string[]
  readonly isMain: boolean
  readonly failure: string | null
}

/** Proves the dump and gives it its final name. */
async function settle(
  ssh: Ssh,
  host: SshHost,
  { folder, answer, exclude, isMain, failure }: RemoteDump
): Promise<{ readonly final: string; readonly proofs: readonly DumpProof[]; readonly scan: DumpScan }> {
  const why = answer.one('failure') ?? failure
  if (why !== null || answer.one('done') === null) throw dumpFailure(why ?? 'the script ended early', causeOf(answer))
  const name = answer.one('name') ?? ''
  // Only names that our script creates are accepted; anything else would end up in a shell.
  if (folder === null || !/^\w+-[0-9TZ]+\.sql\.gz$/.test(name))
    throw dumpFailure('the server named a path that our script does not create')
  const final = `${folder}/${name}`
  const scan = createDumpScan()
  for (const line of [...answer.all('head'), ...answer.all('joined-head').map(unescapeName)]) scan.line(line)
  const proofs = proveRemote(answer, scan, { exclude, isMain })
  expectProven(proofs)
  const renamed = await ssh.script(host, `mv -- '${final}.partial' '${final}' && sync`, { timeoutSeconds: 120 })
  if (renamed.exitCode !== 0) throw dumpFailure(`${final}.partial on the server could not be renamed`)
  return { final, proofs, scan }
}

function proveRemote(
  answer: RemoteAnswer,
  scan: DumpScan,
  { exclude, isMain }: Pick<RemoteDump, 'exclude' | 'isMain'>
): readonly DumpProof[] {
  const number = (key: string): number | null => (/^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null)
  const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status') }
  const isWhole = number('length-field') === (number('plain-bytes') ?? -1) % 2 ** 32
  const tail = isWhole ? null : 'there is data after the compressed dump'
  const message = answer.one('message')?.trim() ?? ''
  const said = message === '' ? 'the file cannot be decompressed to its end' : message
  const proofs = proveDump({
    statuses,
    message: Object.values(statuses).every((status) => status === 0) ? '' : message,
    gzipFailure: number('gunzip-status') === 0 ? tail : said,
    firstLine: answer.one('first-line') ?? '',
    lastLine: answer.one('last-line') ?? '',
    closed: !scan.inBody,
    choosesDatabase: scan.choosesDatabase,
    isPartial: scan.isPartial,
    isMain,
    filled: answer.all('filled').map((name) => name.slice(1, -1)),
    before: without(namesOf(answer, 'before'), exclude),
    dumped: scan.objects,
    after: without(namesOf(answer, 'after'), exclude),
    sha256: answer.one('sha256') ?? ''
  })
  return [...proofs]
}

function remoteFolder(answer: RemoteAnswer): string | null {
  const folder = answer.one('folder') ?? ''
  return isServerFolder(folder) ? folder : null
}

/**
 * Removes a dump that was refused after it was read here. One that could not be downloaded stays, and the error says
 * where.
 */
function forgetRefused(
  ssh: Ssh,
  host: SshHost,
  { folder, left }: { readonly folder: string | null; readonly left: Entry }
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof UpgradeError) || error.code !== 'backup-unproven' || folder === null) throw error
    throw await removeFolder(ssh, host, { folder, error, left })
  }
}

/** The error to throw: the given one, or one that also says what could not be removed. */
async function removeFolder(
  ssh: Ssh,
  host: SshHost,
  { folder, error, left }: { readonly folder: string; readonly error: unknown; readonly left: Entry }
): Promise<unknown> {
  // A script that lost its connection may still be running there for a moment.
  const script = `for try in 1 2 3 4 5; do rm -rf -- '${folder}' && exit 0; sleep 1; done 2>/dev/null; exit 1`
  const { exitCode } = await ssh.script(host, script, { timeoutSeconds: 60 })
  if (exitCode === 0) left.undone()
  else left.unknown()
  if (exitCode === 0 || !(error instanceof UpgradeError)) return error
  return new UpgradeError(error.code, {
    message: error.message,
    next: `${error.next} Remove ${folder} on ${host}: it may contain an unfinished dump, and could not be removed.`
  })
}
