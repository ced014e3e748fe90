import { UpgradeError } from '../../../errors.js'
import type { ManifestDump } from './manifest.js'
import { compareDump } from './compare-dump.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'
import { checkMedia } from '../media.js'
import { dumpDamage } from './find-damage.js'
import { readManifest, type LocalBackup } from './read-manifest.js'

/** Result for one dump of a backup. */
export interface CheckedDump {
  readonly relationship: string
  readonly path: string
  /** How much was checked: `whole`, or only `file` if it is encrypted and no identity was given. */
  readonly depth: 'whole' | 'file'
  readonly failures: readonly string[]
  /** The longest statement and its table; null if the dump was not read completely. */
  readonly longest: { readonly bytes: number; readonly table: string | null } | null
}

/** A backup and the results of its check. */
export interface CheckedBackup extends LocalBackup {
  readonly dumps: readonly CheckedDump[]
}

/**
 * Reads every dump of a backup on this machine again, offline: checksums, the gzip member, the SQL. With `identity`
 * (the text of an age identity file), encrypted dumps are read as well. Throws UpgradeError `bad-input` if there is no
 * backup, and `backup-unproven` if a dump does not match its manifest, with all differences.
 */
export async function checkBackup(
  tools: { readonly files: Files; readonly dumpFiles: DumpFiles },
  path: string,
  identity: string | null
): Promise<CheckedBackup> {
  const backup = await readManifest(tools.files, path)
  const dumps: CheckedDump[] = []
  for (const dump of backup.manifest.dumps) {
    if (dump.file === null) continue
    const file = tools.files.join(backup.folder, dump.file)
    // Reading a device or a pipe might never end, and a link may point anywhere.
    const damage = await dumpDamage(tools.files, backup.folder, dump)
    const found = damage === null ? await checkDump(tools.dumpFiles, { file, dump, identity }) : unreadable(damage)
    dumps.push({ relationship: dump.relationship, path: file, ...found })
  }
  const { media } = backup.manifest
  if (media !== null) await checkMedia(tools, backup.folder, media)
  const bad = dumps.filter(({ failures }) => failures.length > 0)
  if (bad.length > 0) throw notWhat(bad)
  if (dumps.length === 0) throw elsewhere(backup)
  return { ...backup, dumps }
}

type Found = Pick<CheckedDump, 'depth' | 'failures' | 'longest'>

function unreadable(damage: string): Found {
  return { depth: 'file', failures: [damage], longest: null }
}

async function checkDump(
  dumpFiles: DumpFiles,
  { file, dump, identity }: { readonly file: string; readonly dump: ManifestDump; readonly identity: string | null }
): Promise<Found> {
  const sum = await dumpFiles.sum(file)
  const failures =
    sum.sha256 === dump.fileSha256 && sum.bytes === dump.fileBytes
      ? []
      : [sum.failure ?? `the file is a different one: ${sum.bytes} bytes with sha256 ${sum.sha256}`]
  if (dump.encryption === 'age' && identity === null) return { depth: 'file', failures, longest: null }
  const read = await dumpFiles.inspect(file, dump.encryption === 'age' ? identity : null)
  return { depth: 'whole', failures: [...failures, ...compareDump(dump, read)], longest: read.longest }
}

function notWhat(bad: readonly CheckedDump[]): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: bad.map(({ path, failures }) => `${path} cannot be trusted: ${failures.join('; ')}.`).join(' '),
    next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
  })
}

function elsewhere({ manifest }: LocalBackup): UpgradeError {
  const paths = manifest.dumps.map(({ serverFile }) => serverFile ?? '')
  return new UpgradeError('bad-input', {
    message: `This backup is only on the server (${manifest.host}: ${paths.join(', ')}).`,
    next: 'Download the dump into the folder of the manifest, or make a backup with backup-to: both.'
  })
}
