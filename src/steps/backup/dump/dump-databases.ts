import { UpgradeError } from '../../../errors.js'
import type { ManifestDump } from '../manifest/manifest.js'
import type { SshHost } from '../../../tools/ssh/ssh.js'
import type { BackupInput, BackupTools } from '../backup-request.js'
import type { BackupWay } from '../choose-strategy.js'
import { DumpError } from './dump-cause.js'
import { dumpByCloud, dumpByStream } from './stream-dump.js'
import { dumpByEceTools, dumpOnServer } from './dump-on-server.js'
import type { DumpRequest } from './dump-request.js'
import { expectNoRestore } from './expect-no-restore.js'
import { expectRoom } from '../expect-room.js'
import { intendDump } from '../effects.js'
import { listObjects, type ListedDatabase } from './list-objects.js'
import { rehearseRestore, type Rehearsed } from './rehearse-restore.js'

/** Source and destination of the dumps of a backup. */
interface DumpPlace {
  readonly way: BackupWay
  readonly host: SshHost
  /** Folder of the backup on this machine, or null if everything stays on the server. */
  readonly folder: string | null
}

const ways = {
  'cloud-dump': dumpByCloud,
  'ssh-stream': dumpByStream,
  'ssh-dump': dumpOnServer,
  'ece-dump': dumpByEceTools
}

/**
 * Dumps the main database, then the other databases of a split database, each proven and rehearsed before the next one.
 * Throws UpgradeError `backup-failed`, `backup-unproven`, or `preflight-failed` if there is no room; finished dumps are
 * then removed.
 */
export async function dumpDatabases(
  tools: BackupTools,
  input: BackupInput,
  place: DumpPlace
): Promise<readonly ManifestDump[]> {
  const { exclude, recipients, mayBeBroken = false } = input
  const dumps: ManifestDump[] = []
  const { way, host, folder } = place
  const request = { host, exclude, recipients, mayBeBroken, folder: folder ?? '', download: way.here }
  // db:dump always reads the primary.
  const source = way.kind === 'cloud-dump' || way.kind === 'ece-dump' ? 'primary' : 'auto'
  try {
    const list = async (relationship: string): Promise<ListedDatabase> => {
      const listed = await listObjects(tools.ssh, host, { relationship, exclude, source })
      expectNoRestore(relationship, listed)
      return listed
    }
    const main = await list('database')
    for (const relationship of ['database', ...main.others]) {
      const before = relationship === 'database' ? main : await list(relationship)
      if (folder !== null && exclude.length === 0) await expectRoom(tools.files, folder, before)
      const dump = await dumpSteadily(tools, { way, attempts: input.attempts }, { ...request, relationship, before })
      dumps.push(dump)
      const rehearsed = await rehearse(tools, input.rehearsal, { folder, dump, settings: before.settings })
      dumps.splice(-1, 1, { ...dump, ...rehearsed })
    }
    return dumps
  } catch (error) {
    await forgetOnServer(tools, host, dumps)
    throw error
  }
}

/** A concurrent schema change spoils a dump but ends soon, so the dump is repeated. */
async function dumpSteadily(
  tools: BackupTools,
  { way, attempts }: { readonly way: BackupWay; readonly attempts: number },
  request: DumpRequest
): Promise<ManifestDump> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ways[way.kind](tools, request)
    } catch (error) {
      if (attempt === attempts || !(error instanceof DumpError) || !error.causes.includes('schema-change')) throw error
      tools.logger.warn(`A schema change spoilt the dump of ${request.relationship}; it is repeated.`)
    }
    const { host, relationship, exclude, before } = request
    const again = await listObjects(tools.ssh, host, { relationship, exclude, source: before.source })
    request = { ...request, before: again }
  }
}

async function rehearse(
  tools: BackupTools,
  wanted: BackupInput['rehearsal'],
  made: {
    readonly folder: string | null
    readonly dump: ManifestDump
    readonly settings: ListedDatabase['settings']
  }
): Promise<Partial<ManifestDump>> {
  const { folder, dump, settings } = made
  if (wanted === 'off') return { unrehearsed: { why: 'rehearsal: off', attempted: false } }
  const path = folder === null || dump.file === null ? null : tools.files.join(folder, dump.file)
  const rehearsed = await tryRehearsal(tools, path, { dump, settings })
  if ('rehearsal' in rehearsed) {
    if (!rehearsed.rehearsal.passed) throw unrestorable(dump, rehearsed)
    return { rehearsal: rehearsed.rehearsal }
  }
  const { why, attempted } = rehearsed.unrehearsed
  if (wanted === 'require') throw unrehearsed(dump, why, rehearsed.lacksProgram === true)
  tools.logger[attempted ? 'warn' : 'info'](`The restore of ${dump.relationship} was not rehearsed: ${why}.`)
  return { unrehearsed: rehearsed.unrehearsed }
}

function tryRehearsal(
  tools: BackupTools,
  path: string | null,
  made: { readonly dump: ManifestDump; readonly settings: ListedDatabase['settings'] }
): Promise<Rehearsed> | Rehearsed {
  if (path === null) return { unrehearsed: { why: 'the dump is only on the server', attempted: false } }
  if (made.dump.encryption !== 'none') return { unrehearsed: { why: 'the dump is encrypted', attempted: false } }
  return rehearseRestore(tools, path, made)
}

/** Removes dumps from the server: without a manifest they are not a backup. */
export async function forgetOnServer(
  { ssh, ledger }: BackupTools,
  host: SshHost,
  dumps: readonly ManifestDump[]
): Promise<void> {
  // Paths that our own script created.
  const left = dumps.flatMap(({ serverFile, relationship }) =>
    serverFile === null ? [] : [{ folder: serverFile.replace(/\/[^/]*$/, ''), relationship }]
  )
  if (left.length === 0) return
  const folders = left.map(({ folder }) => `'${folder}'`)
  const { exitCode } = await ssh.script(host, `rm -rf -- ${folders.join(' ')}`, { timeoutSeconds: 60 })
  for (const { relationship } of left) {
    const effect = intendDump(ledger, host, relationship)
    if (exitCode === 0) effect.undone()
    else effect.unknown()
  }
}

function unrestorable(
  { relationship }: ManifestDump,
  { rehearsal, tooSmall }: Extract<Rehearsed, { readonly rehearsal: unknown }>
): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `The dump of ${relationship} could not be restored into a scratch database: ${rehearsal.detail}.`,
    next:
      tooSmall === 'max_allowed_packet'
        ? 'Raise max_allowed_packet of the database service (on Pro, support does it), or set rehearsal: off: the dump can then only be loaded by a server that accepts such statements.'
        : 'Run again; if it fails again, check the table named above, or the version of MariaDB on this machine.'
  })
}

function unrehearsed({ relationship }: ManifestDump, why: string, lacksProgram: boolean): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `A rehearsal of the restore is required, but was not possible for ${relationship}: ${why}.`,
    next: lacksProgram
      ? 'Install it (apt-get install mariadb-server; for root also util-linux, which has setpriv), or set rehearsal: auto.'
      : 'Provide what is missing on this machine (disk, memory, time, or the release of MariaDB that the shop uses), or set rehearsal: auto.'
  })
}
