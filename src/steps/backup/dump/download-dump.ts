import { longestCopySeconds } from '../../../tools/process/command.js'
import { UpgradeError } from '../../../errors.js'
import type { ManifestDump } from '../manifest/manifest.js'
import type { SqlFacts } from '../../../tools/dump/sql-scan.js'
import type { BackupTools } from '../backup-request.js'
import type { DumpRequest } from './dump-request.js'

/** A manifest's entry for a dump that was read on this machine, statement by statement. */
type ReadPart = Pick<ManifestDump, 'rows' | 'longestStatement' | 'outside'>

/** A manifest's entry for the copy on this machine. */
type Downloaded = Pick<ManifestDump, 'file' | 'encryption' | 'fileBytes' | 'fileSha256'> & ReadPart

/** See {@link ReadPart}. */
export function readPart({ rows, longest, qualified }: SqlFacts, database: string | null): ReadPart {
  const outside = qualified.filter(({ schema }) => schema !== database)
  return {
    rows: Object.fromEntries(rows),
    longestStatement: longest.bytes,
    outside: outside.map(({ columns, ...table }) => ({ ...table, columns: columns === null ? null : [...columns] }))
  }
}

/** The same for a dump that stays on the server. */
export const notDownloaded: Downloaded = {
  ...{ file: null, encryption: 'none', fileBytes: null, fileSha256: null },
  ...{ rows: null, outside: [] }
}

/** What to copy, and for whom. */
interface CopyRequest extends Pick<DumpRequest, 'host' | 'folder' | 'relationship' | 'recipients'> {
  /** Name of the database on its server. */
  readonly database: string | null
}

function refusal(refused: string): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `The database dump cannot be trusted (statements: ${refused}, which no dump program writes; nothing of the dump was loaded anywhere).`,
    next: 'Check the server, which may be compromised, and do not load this dump.'
  })
}

/**
 * Downloads a proven dump into the request's folder and reads it on the way. Throws UpgradeError `backup-failed` if the
 * copy differs; the error says where the proven dump is.
 */
export async function downloadDump(
  { ssh, files, dumpFiles, dumpStore }: BackupTools,
  { host, folder, relationship, recipients, database }: CopyRequest,
  { serverFile, sha256 }: { readonly serverFile: string; readonly sha256: string }
): Promise<Downloaded> {
  const failure = (why: string): UpgradeError =>
    new UpgradeError('backup-failed', {
      message: `The database dump is proven and stored on ${host} as ${serverFile}, but could not be downloaded: ${why}.`,
      next: 'Download it from there, or fix the problem above and run again.'
    })
  const encrypted = recipients.length > 0
  const file = `${relationship}.sql.gz${encrypted ? '.age' : ''}`
  const final = files.join(folder, file)
  const partial = `${final}.partial`
  try {
    const dump = await ssh.download(host, serverFile, dumpStore.into(partial, recipients), {
      timeoutSeconds: longestCopySeconds
    })
    if (dump.sha256 !== sha256 || dump.gzipFailure !== null || dump.rest.length > 0)
      throw failure('the copy differs from it')
    if (dump.refused !== null) throw refusal(dump.refused)
    await dumpFiles.settle(partial, final)
    const { bytes: fileBytes, sha256: fileSha256 } = dump.file
    return { file, encryption: encrypted ? 'age' : 'none', fileBytes, fileSha256, ...readPart(dump, database) }
  } catch (error) {
    await files.remove(partial)
    throw error instanceof UpgradeError ? error : failure(error instanceof Error ? error.message : String(error))
  }
}
