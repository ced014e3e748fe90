import type { Ledger } from '../../ledger.js'
import type { Files } from '../../tools/files.js'
import { dumpFailure } from './dump/list-objects.js'

/**
 * Runs `make` with a new private folder for a backup in `directory` (empty for one below the temporary directory), or
 * with null where nothing comes to this machine. Where it fails, the folder is removed.
 */
export async function inBackupFolder<T>(
  { files, ledger }: { readonly files: Files; readonly ledger: Ledger },
  directory: string | null,
  make: (folder: string | null) => Promise<T>
): Promise<T> {
  const folder = directory === null ? null : await openFolder(files, directory)
  if (folder === null) return make(null)
  const made = ledger.intend('backup', `a backup was put into ${folder}`)
  try {
    const value = await make(folder)
    made.done()
    return value
  } catch (error) {
    await files.remove(folder)
    made.undone()
    throw error
  }
}

async function openFolder(files: Files, directory: string): Promise<string> {
  if (directory === '') return files.lastingFolder('backup')
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`)
  await files.makePrivateFolder(folder).catch((error: unknown) => {
    throw dumpFailure(`its folder cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  })
  return folder
}
