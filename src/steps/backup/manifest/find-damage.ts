import type { ManifestDump, MediaCopy } from './manifest.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'
import { checkMedia } from '../media.js'
import type { LocalBackup } from './read-manifest.js'

/** What a backup lacks on this machine, judged by the sizes in its manifest, in words; null if every file is there. */
export async function findDamage(files: Files, { folder, manifest }: LocalBackup): Promise<string | null> {
  if (manifest.dumps.length === 0) return 'its manifest names no dump'
  for (const dump of manifest.dumps) {
    const damage = await dumpDamage(files, folder, dump)
    if (damage !== null) return damage
  }
  return manifest.media === null ? null : mediaDamage(files, folder, manifest.media)
}

/** The problem with the file of one dump, judged by its size; null if it matches the manifest. */
export async function dumpDamage(files: Files, folder: string, dump: ManifestDump): Promise<string | null> {
  if (dump.file === null) return `the dump of ${dump.relationship} is only on the server`
  const bytes = await files.sizeInside(folder, dump.file)
  if (bytes === null) return `${dump.file} is missing, or is not a regular file`
  return bytes === dump.fileBytes ? null : `${dump.file} has ${bytes} bytes instead of ${dump.fileBytes ?? 0}`
}

/** The same by checksums: every file is read. */
export async function findOtherContent(
  tools: { readonly files: Files; readonly dumpFiles: DumpFiles },
  { folder, manifest }: LocalBackup
): Promise<string | null> {
  for (const { file, fileSha256 } of manifest.dumps) {
    const { sha256 } = await tools.dumpFiles.sum(tools.files.join(folder, file ?? ''))
    if (sha256 !== fileSha256) return `the sha256 of ${file ?? ''} differs from its manifest`
  }
  if (manifest.media === null) return null
  return checkMedia(tools, folder, manifest.media).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error))
  )
}

async function mediaDamage(files: Files, folder: string, media: MediaCopy): Promise<string | null> {
  if ((await files.sizeInside(folder, media.checksums)) === null) return `${media.checksums} is missing`
  let bytes = 0
  const paths = await files.list(files.join(folder, media.folder))
  for (const path of paths) bytes += (await files.sizeInside(folder, files.join(media.folder, path))) ?? 0
  if (paths.length === media.files && bytes === media.bytes) return null
  return `${media.folder} has ${paths.length} files of ${bytes} bytes instead of ${media.files} of ${media.bytes}`
}
