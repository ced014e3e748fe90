import { UpgradeError } from '../../errors.js'
import type { ManifestDump } from '../../project/backup-manifest.js'
import type { SshHost } from '../../tools/ssh.js'
import type { BackupInput, BackupTools } from '../back-up-database.js'
import type { BackupWay } from './choose-way.js'
import { dumpByCloud, dumpByStream } from './dump-here.js'
import { dumpByEceTools, dumpOnServer } from './dump-on-server.js'
import type { DumpRequest } from './dump-request.js'
import { expectRoom } from './expect-room.js'
import { listObjects } from './list-objects.js'
import { rehearseRestore } from './rehearse-restore.js'

/** Where the dumps of a backup come from and go to. */
export interface DumpPlace {
  readonly way: BackupWay
  readonly host: SshHost
  /** Folder of the backup on this machine, or null where everything stays on the server. */
  readonly folder: string | null
}

const ways = {
  'cloud-dump': dumpByCloud,
  'ssh-stream': dumpByStream,
  'ssh-dump': dumpOnServer,
  'ece-dump': dumpByEceTools
}

/**
 * Dumps the main database, then what a split database has beside it, each proven and rehearsed before the next one.
 * Throws UpgradeError `backup-failed`, `backup-unproven`, or `preflight-failed` where there is no room; dumps that were finished before are removed then.
 */
export async function dumpDatabases(
  tools: BackupTools,
  input: BackupInput,
  place: DumpPlace
): Promise<readonly ManifestDump[]> {
  const { exclude, recipients } = input
  const dumps: ManifestDump[] = []
  const { way, host, folder } = place
  const request = { host, exclude, recipients, folder: folder ?? '', download: way.here }
  // db:dump reads the primary, whatever else there is.
  const source = way.kind === 'cloud-dump' || way.kind === 'ece-dump' ? 'primary' : 'auto'
  try {
    const list = (relationship: string) => listObjects(tools.ssh, host, { relationship, exclude, source })
    const main = await list('database')
    for (const relationship of ['database', ...main.others]) {
      const before = relationship === 'database' ? main : await list(relationship)
      if (folder !== null && exclude.length === 0) await expectRoom(tools.files, folder, before)
      const dump = await dumpSteadily(tools, { way, attempts: input.attempts }, { ...request, relationship, before })
      dumps.push(dump)
      dumps.splice(-1, 1, { ...dump, rehearsal: await rehearse(tools, input.rehearsal, folder, dump) })
    }
    return dumps
  } catch (error) {
    await forgetOnServer(tools, host, dumps)
    throw error
  }
}

/** A schema change that runs meanwhile spoils a dump, and is over soon: the dump is made anew. */
async function dumpSteadily(
  tools: BackupTools,
  { way, attempts }: { readonly way: BackupWay; readonly attempts: number },
  request: DumpRequest
): Promise<ManifestDump> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ways[way.kind](tools, request)
    } catch (error) {
      if (attempt === attempts || !(error instanceof UpgradeError) || !isSchemaChange(error)) throw error
      tools.logger.warn(`The dump of ${request.relationship} was spoilt by a schema change; it is made again.`)
    }
    const { host, relationship, exclude, before } = request
    const again = await listObjects(tools.ssh, host, { relationship, exclude, source: before.source })
    request = { ...request, before: again }
  }
}

function isSchemaChange({ message }: UpgradeError): boolean {
  return /\b1412\b|changed while the dump ran/.test(message)
}

async function rehearse(
  tools: BackupTools,
  wanted: BackupInput['rehearsal'],
  folder: string | null,
  dump: ManifestDump
): Promise<ManifestDump['rehearsal']> {
  const path = folder === null || dump.file === null ? null : tools.files.join(folder, dump.file)
  const rehearsed = path === null || wanted === 'off' ? null : await rehearseRestore(tools, path, dump)
  if (rehearsed?.passed === false) throw unrestorable(dump, rehearsed.detail)
  if (rehearsed === null && wanted === 'require') throw unrehearsed()
  return rehearsed
}

/** What was left on the server is no backup without its manifest. */
async function forgetOnServer({ ssh }: BackupTools, host: SshHost, dumps: readonly ManifestDump[]): Promise<void> {
  // These are the paths that our own script made.
  const folders = dumps.flatMap(({ serverFile }) => (serverFile === null ? [] : [serverFile.replace(/\/[^/]*$/, '')]))
  if (folders.length > 0)
    await ssh.script(host, `rm -rf -- ${folders.map((path) => `'${path}'`).join(' ')}`, { timeoutSeconds: 60 })
}

function unrestorable({ relationship }: ManifestDump, detail: string): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `The dump of ${relationship} could not be restored into a scratch database: ${detail}.`,
    unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
    next: detail.includes('was ended')
      ? 'Free or add disk space on this machine, use a faster one, or set rehearsal: off.'
      : 'Run again; if it fails again, look at the table named above, or at the version of MariaDB on this machine.'
  })
}

function unrehearsed(): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message:
      'A rehearsal of the restore is required, but this machine has no MariaDB server that can run without rights.',
    unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
    next: 'Install it (apt-get install mariadb-server; for root also util-linux, which has setpriv), or set rehearsal: auto.'
  })
}
