import { UpgradeError } from '../../errors.js'
import type { SshHost } from '../../tools/ssh.js'
import type { BackupInput, BackupTools } from '../back-up-database.js'
import { openLocalTarget } from './local-target.js'

const timeoutSeconds = 4 * 3600

/**
 * Downloads a proven dump. Returns its path on this machine. Throws UpgradeError `backup-failed` where what arrived
 * is not equal; the error says where the proven one lies.
 */
export async function bringHere(
  { ssh, files, dumpFiles }: BackupTools,
  { directory }: BackupInput,
  { host, final, sha256 }: { readonly host: SshHost; readonly final: string; readonly sha256: string }
): Promise<string> {
  const failure = (why: string): UpgradeError =>
    new UpgradeError('backup-failed', {
      message: `The database dump is proven and lies on ${host} as ${final}, but could not be brought here: ${why}.`,
      unchanged:
        'The dump on the server is whole; older backups, the checkout, the branch and the environment are as they were.',
      next: 'Fetch it from there, or mend what is named above and run again.'
    })
  const asFailure = (error: unknown): UpgradeError => failure(error instanceof Error ? error.message : String(error))
  const name = final.split('/').at(-1) ?? 'database.sql.gz'
  const target = await openLocalTarget(files, directory, name).catch((error: unknown) => {
    throw asFailure(error)
  })
  try {
    const result = await ssh.download(host, final, target.partial, timeoutSeconds)
    if (result.exitCode !== 0) throw failure(`the download ended with exit code ${result.exitCode}`)
    const facts = await dumpFiles.inspect(target.partial)
    if (facts.sha256 !== sha256 || facts.gzipFailure !== null) throw failure('what arrived is not equal to it')
    await dumpFiles.settle(target.partial, target.final)
    return target.final
  } catch (error) {
    await target.discard()
    throw error instanceof UpgradeError ? error : asFailure(error)
  }
}
