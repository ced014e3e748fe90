import { UpgradeError } from '../../errors.js'
import type { StoredDump } from '../../tools/dump-file/dump-store.js'
import type { BackupTools } from '../back-up-database.js'
import type { DumpRequest } from './dump-request.js'

const timeoutSeconds = 4 * 3600

/**
 * Downloads a proven dump and reads it on the way. Returns its name in the request's folder and what was read. Throws
 * UpgradeError `backup-failed` where what arrived is not equal; the error says where the proven one lies.
 */
export async function bringHere(
  { ssh, files, dumpFiles, dumpStore }: BackupTools,
  { host, folder, relationship, recipients }: DumpRequest,
  { serverFile, sha256 }: { readonly serverFile: string; readonly sha256: string }
): Promise<{ readonly name: string; readonly dump: StoredDump }> {
  const failure = (why: string): UpgradeError =>
    new UpgradeError('backup-failed', {
      message: `The database dump is proven and lies on ${host} as ${serverFile}, but could not be brought here: ${why}.`,
      unchanged:
        'The dump on the server is whole; older backups, the checkout, the branch and the environment are as they were.',
      next: 'Fetch it from there, or mend what is named above and run again.'
    })
  const name = `${relationship}.sql.gz${recipients.length > 0 ? '.age' : ''}`
  const final = files.join(folder, name)
  const partial = `${final}.partial`
  try {
    const { value, result } = await dumpStore.fromProcess(partial, recipients, (pipe) =>
      ssh.download(host, serverFile, pipe, timeoutSeconds)
    )
    if (result.exitCode !== 0) throw failure(`the download ended with exit code ${result.exitCode}`)
    if (value.sha256 !== sha256 || value.gzipFailure !== null || value.rest.length > 0)
      throw failure('what arrived is not equal to it')
    await dumpFiles.settle(partial, final)
    return { name, dump: value }
  } catch (error) {
    await files.remove(partial)
    throw error instanceof UpgradeError ? error : failure(error instanceof Error ? error.message : String(error))
  }
}
