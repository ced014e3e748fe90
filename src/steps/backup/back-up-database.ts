import type { BackupTools, BackupInput } from './backup-request.js'
import { UpgradeError } from '../../errors.js'

import type { ManifestDump } from './manifest/manifest.js'
import type { Backup } from '../../report/report.js'

import type { SshHost } from '../../tools/ssh/ssh.js'

import { chooseStrategy, type BackupWay } from './choose-strategy.js'
import { inBackupFolder } from './backup-folder.js'
import { composeManifest, writeManifest } from './manifest/compose-manifest.js'
import { copyMedia } from './media.js'
import { describeBackup } from './manifest/describe-backup.js'
import { dumpDatabases, forgetOnServer } from './dump/dump-databases.js'
import { compareSizes, earlierBackups } from './reuse/find-local.js'
import { dumpFailure } from './dump/list-objects.js'
import { areDifferent } from './reuse/is-reusable.js'
import { earlierOnServer } from './reuse/find-on-server.js'
import type { LocalBackup } from './manifest/read-manifest.js'
import { reuseBackup } from './reuse/reuse-backup.js'

/**
 * Dumps every database of the environment and proves each dump. If an earlier run of the same upgrade left a suitable
 * backup, that one is verified again instead. Throws UpgradeError `backup-failed` if a dump could not be made, and
 * `backup-unproven` if it was made but is incomplete or cannot be restored. Nothing of it is left then, and older
 * backups are untouched.
 */
export async function backUpDatabase(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const startedAt = new Date().toISOString()
  const [host] = input.hosts
  if (host === undefined) throw dumpFailure('the environment has no SSH login')
  const way = await chooseStrategy(tools.cloud, input)
  if (input.media && (!way.here || input.recipients.length > 0)) throw noPlaceForMedia(way)
  if (input.rehearsal === 'require' && (!way.here || input.recipients.length > 0)) throw unrehearsable(way)
  const earlier = way.here ? await earlierBackups(tools.files, input.directory, input) : []
  const leavesOne = way.kind === 'ssh-dump' || way.kind === 'ece-dump'
  const known = newestFirst([...earlier, ...(leavesOne ? await onServer(tools, input, host) : [])])
  const reused = await reuseBackup(tools, input, { way, host, earlier, known })
  if (reused !== null) return reused
  return inBackupFolder(tools, way.here ? input.directory : null, async (folder) => {
    const dumps = await dumpDatabases(tools, input, { way, host, folder })
    const made = await finish(tools, input, { way, host, folder, dumps, startedAt }).catch(async (error: unknown) => {
      // Dumps on the server are not a backup without their manifest.
      await forgetOnServer(tools, host, dumps)
      throw error
    })
    return { ...made, problems: [...made.problems, ...compareSizes(dumps, known)] }
  })
}

interface Dumped {
  readonly way: BackupWay
  readonly host: SshHost
  readonly folder: string | null
  readonly dumps: readonly ManifestDump[]
  readonly startedAt: string
}

/** Turns dumps into a backup: adds the media and the manifest. */
async function finish(tools: BackupTools, input: BackupInput, made: Dumped): Promise<Backup> {
  const { way, host, folder, dumps, startedAt } = made
  const media = input.media && folder !== null ? await copyMedia(tools, host, folder) : null
  const finishedAt = new Date().toISOString()
  const manifest = composeManifest(input, dumps, { host, strategy: way.strategy, startedAt, finishedAt, media })
  const path = await writeManifest(tools, manifest, folder)
  return describeBackup(tools.files, manifest, { path, folder, reused: false })
}

/** Backups of the same application on the server. */
async function onServer(tools: BackupTools, input: BackupInput, host: SshHost): Promise<readonly LocalBackup[]> {
  const there = await earlierOnServer(tools.ssh, host, input)
  return there.filter(({ manifest }) => !areDifferent(manifest.application, input.application))
}

function newestFirst(backups: readonly LocalBackup[]): readonly LocalBackup[] {
  return backups.toSorted((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}

function noPlaceForMedia({ here }: BackupWay): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `backup-media is download, but ${here ? 'backup-encrypt-to is set, and media are copied unencrypted' : 'the backup stays on the server'}.`,
    next: here ? 'Remove one of the two settings.' : 'Set backup-to: runner or both.'
  })
}

function unrehearsable({ here }: BackupWay): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `rehearsal: require needs an unencrypted dump on this machine, but ${here ? 'backup-encrypt-to is set' : 'the dump stays on the server'}.`,
    next: here
      ? 'Leave backup-encrypt-to empty, or set rehearsal: auto.'
      : 'Set backup-to: runner or both, or set rehearsal: auto.'
  })
}
