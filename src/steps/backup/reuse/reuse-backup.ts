import { manifestName } from '../manifest/manifest.js'
import type { WantedBackup } from './is-reusable.js'
import type { Backup } from '../../../report/report.js'
import type { SshHost } from '../../../tools/ssh/ssh.js'
import type { BackupInput, BackupTools } from '../backup-request.js'
import { inBackupFolder } from '../backup-folder.js'
import { downloadDump } from '../dump/download-dump.js'
import type { BackupWay } from '../choose-strategy.js'
import { composeManifest, writeManifest } from '../manifest/compose-manifest.js'
import { copyMedia } from '../media.js'
import { describeBackup } from '../manifest/describe-backup.js'
import { compareSizes, findReusable } from './find-local.js'
import { findOnServer } from './find-on-server.js'
import type { LocalBackup } from '../manifest/read-manifest.js'

/** Where to look for a backup and where to store it, and the backups that are already on this machine. */
interface ReusePlace {
  readonly way: BackupWay
  readonly host: SshHost
  readonly earlier: readonly LocalBackup[]
  /** These and those on the server; sizes are compared with them. */
  readonly known: readonly LocalBackup[]
}

/**
 * The backup of an earlier run of the same upgrade, every file of it read again, or null if none is suitable. One that
 * is on the server as requested, but not on this machine (a new runner), is downloaded instead of being made again.
 */
export async function reuseBackup(tools: BackupTools, input: BackupInput, place: ReusePlace): Promise<Backup | null> {
  const { way, host, earlier, known } = place
  if (input.reuse === null) return null
  const wanted: WantedBackup = {
    ...input.reuse,
    application: input.application,
    strategy: way.strategy,
    here: way.here,
    onServer: way.kind === 'ssh-dump' || way.kind === 'ece-dump',
    encrypted: input.recipients.length > 0,
    exclude: input.exclude,
    media: input.media,
    level: input.level,
    now: new Date()
  }
  const there = wanted.onServer ? await findOnServer(tools.ssh, host, input, { ...wanted, here: false }) : null
  if (wanted.onServer && there === null) return null
  const here = way.here ? await findReusable(tools, earlier, wanted) : null
  const found = here ?? there
  if (found === null) return null
  if (way.here && here === null) return bringBackup(tools, input, host, found)
  const path = tools.files.join(found.folder, manifestName)
  tools.logger.info(`The backup ${path} of an earlier run was verified again and is reused.`)
  const backup = describeBackup(tools.files, found.manifest, { path, folder: here?.folder ?? null, reused: true })
  // The warnings of that run are repeated.
  const older = known.filter(({ manifest }) => manifest.finishedAt < found.manifest.finishedAt)
  return { ...backup, problems: [...backup.problems, ...compareSizes(found.manifest.dumps, older)] }
}

/** Copies a proven backup from the server; its age is still that of its dumps. */
function bringBackup(
  tools: BackupTools,
  input: BackupInput,
  host: SshHost,
  { folder: remote, manifest: found }: LocalBackup
): Promise<Backup> {
  tools.logger.info(`The backup ${remote} of an earlier run is suitable; it is downloaded from the server.`)
  return inBackupFolder(tools, input.directory, async (folder) => {
    const to = folder ?? ''
    const dumps = []
    for (const dump of found.dumps) {
      const { relationship, database, serverFile, sha256 } = dump
      const request = { host, folder: to, relationship, database, recipients: input.recipients }
      dumps.push({ ...dump, ...(await downloadDump(tools, request, { serverFile: serverFile ?? '', sha256 })) })
    }
    const { strategy, startedAt, finishedAt } = found
    const media = input.media ? await copyMedia(tools, host, to) : null
    const manifest = composeManifest(input, dumps, { host, strategy, startedAt, finishedAt, media })
    const path = await writeManifest(tools, manifest, folder)
    return describeBackup(tools.files, manifest, { path, folder, reused: true })
  })
}
