import { UpgradeError, type Problem } from '../errors.js'
import type { Logger } from '../logger.js'
import { stateOf, type BackupManifest, type ManifestDump } from '../project/backup-manifest.js'
import type { Backup } from '../report.js'
import type { DumpFiles } from '../tools/dump-file.js'
import type { DumpStore } from '../tools/dump-file/dump-store.js'
import type { Files } from '../tools/files.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { ScratchDatabase, WithScratchDatabase } from '../tools/scratch-database.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { chooseWay, type BackupPlace, type BackupStrategy, type BackupWay } from './backup/choose-way.js'
import { databaseProblems } from './backup/database-problems.js'
import { dumpByCloud, dumpByStream } from './backup/dump-here.js'
import { dumpByEceTools, dumpOnServer } from './backup/dump-on-server.js'
import { dumpFailure, listObjects } from './backup/list-objects.js'
import { rehearseRestore } from './backup/rehearse-restore.js'
import { writeManifest } from './backup/write-manifest.js'

export type { ScratchDatabase }

/** The tools of this step. */
export interface BackupTools {
  readonly cloud: MagentoCloud
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
  readonly dumpStore: DumpStore
  readonly withScratchDatabase: WithScratchDatabase
  readonly logger: Logger
}

/** What is backed up, and where to. */
export interface BackupInput {
  readonly strategy: BackupStrategy
  readonly to: BackupPlace
  readonly hosts: readonly SshHost[]
  readonly project: string
  readonly environment: string
  /** Folder for backups on this machine; empty for a private one below the temporary directory. */
  readonly directory: string
  /** age recipients for what comes to this machine. */
  readonly recipients: readonly string[]
  /** Whether a dump on this machine is restored into a scratch database: where there is one, by all means, or not. */
  readonly rehearsal: 'auto' | 'require' | 'off'
}

/**
 * Dumps every database of the environment and proves each dump. Throws UpgradeError `backup-failed` where one could
 * not be made and `backup-unproven` where it could, but is not whole or cannot be restored; nothing of it is left
 * then, and older backups are untouched.
 */
export async function backUpDatabase(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const startedAt = new Date().toISOString()
  const [host] = input.hosts
  if (host === undefined) throw dumpFailure('the environment has no SSH login')
  const way = await chooseWay(tools.cloud, input)
  if (input.rehearsal === 'require' && (!way.here || input.recipients.length > 0)) throw unrehearsable(way)
  const folder = way.here ? await openFolder(tools.files, input.directory) : null
  try {
    const dumps = await dumpAll(tools, input, { way, host, folder })
    const state = stateOf(dumps)
    const { project, environment } = input
    const manifest: BackupManifest = {
      schemaVersion: 1,
      state,
      consistent: dumps.every(({ nonTransactional }) => nonTransactional.length === 0),
      ...{ project, environment, host, strategy: way.strategy, startedAt },
      finishedAt: new Date().toISOString(),
      dumps: [...dumps],
      notCovered: ['media', 'code', 'services other than databases']
    }
    const path = await writeManifest(tools, manifest, folder)
    return describe(manifest, { path, folder, tools })
  } catch (error) {
    if (folder !== null) await tools.files.remove(folder)
    throw error
  }
}

async function openFolder(files: Files, directory: string): Promise<string> {
  if (directory === '') return files.privateFolder('backup')
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`)
  await files.makePrivateFolder(folder).catch((error: unknown) => {
    throw dumpFailure(`its folder cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  })
  return folder
}

/** The main database first, then what a split database has beside it. */
async function dumpAll(
  tools: BackupTools,
  { recipients, rehearsal }: BackupInput,
  { way, host, folder }: { readonly way: BackupWay; readonly host: SshHost; readonly folder: string | null }
): Promise<readonly ManifestDump[]> {
  const { others } = await listObjects(tools.ssh, host, 'database')
  const ways = {
    'cloud-dump': dumpByCloud,
    'ssh-stream': dumpByStream,
    'ssh-dump': dumpOnServer,
    'ece-dump': dumpByEceTools
  }
  const make = ways[way.kind]
  const dumps: ManifestDump[] = []
  for (const relationship of ['database', ...others]) {
    const request = { host, relationship, folder: folder ?? '', recipients, download: way.here }
    const dump = await make(tools, request)
    const path = folder === null || dump.file === null ? null : tools.files.join(folder, dump.file)
    const rehearsed = path === null || rehearsal === 'off' ? null : await rehearseRestore(tools, path, dump)
    if (rehearsed?.passed === false) throw unrestorable(dump, rehearsed.detail)
    if (rehearsed === null && rehearsal === 'require') throw unrehearsed()
    dumps.push({ ...dump, rehearsal: rehearsed })
  }
  return dumps
}

function describe(
  manifest: BackupManifest,
  { path, folder, tools }: { readonly path: string; readonly folder: string | null; readonly tools: BackupTools }
): Backup {
  const { state, dumps, strategy } = manifest
  const local = (file: string | null): string | null =>
    folder === null || file === null ? null : tools.files.join(folder, file)
  const [main] = dumps
  const downloadedTo = local(main?.file ?? null)
  return {
    strategy: strategy as Backup['strategy'],
    state,
    manifest: path,
    location: main?.serverFile ?? downloadedTo,
    downloadedTo,
    bytes: main?.bytes ?? null,
    sha256: main?.sha256 ?? null,
    tables: main === undefined ? null : main.tables.length + main.views.length,
    dumps: dumps.map(({ relationship, file, serverFile, bytes, sha256 }) => ({
      relationship,
      location: serverFile ?? local(file) ?? '',
      bytes,
      sha256
    })),
    proofs: dumps.flatMap(({ proofs, rehearsal }) => [
      ...proofs,
      ...(rehearsal ? [{ id: 'rehearsal', passed: rehearsal.passed, detail: rehearsal.detail }] : [])
    ]),
    extras: [],
    problems: [...dumps.flatMap(databaseProblems), ...(strategy === 'ece-dump' ? [downtime()] : [])]
  }
}

function downtime(): Problem {
  return {
    id: 'backup-maintenance',
    severity: 'warning',
    message: 'ece-tools db-dump had the site in maintenance mode while it ran.',
    fix: 'Set backup: ssh-dump to dump without downtime.'
  }
}

function unrestorable({ relationship, serverFile }: ManifestDump, detail: string): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `The dump of ${relationship} could not be restored into a scratch database: ${detail}.`,
    unchanged: `${serverFile === null ? 'The dump was removed' : `The dump stays on the server as ${serverFile}`}; older backups, the checkout, the branch and the environment are as they were.`,
    next: 'Run again; if it fails again, look at the table named above, or at the version of MariaDB on this machine.'
  })
}

function unrehearsable({ here }: BackupWay): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `rehearsal: require needs a clear dump on this machine, but ${here ? 'backup-encrypt-to is set' : 'the dump stays on the server'}.`,
    unchanged: 'Nothing was changed.',
    next: here
      ? 'Leave backup-encrypt-to empty, or set rehearsal: auto.'
      : 'Set backup-to: runner or both, or set rehearsal: auto.'
  })
}

function unrehearsed(): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: 'A rehearsal of the restore is required, but this machine has no MariaDB server.',
    unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
    next: 'Install it (apt-get install mariadb-server), or set rehearsal: auto.'
  })
}
