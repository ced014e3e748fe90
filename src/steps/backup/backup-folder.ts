import type { Ledger } from '../../ledger.js'
import type { Files } from '../../tools/files.js'
import { dumpFailure } from './dump/list-objects.js'
import { UpgradeError } from '../../errors.js'

/**
 * Runs `make` with a new private folder for a backup in `directory` (empty for one in the temporary directory), or with
 * null if nothing is stored on this machine. If `make` fails, the folder is removed.
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
    throw dumpFailure(`its folder cannot be created: ${error instanceof Error ? error.message : String(error)}`)
  })
  return folder
}

/** Throws UpgradeError `bad-input` for a backup directory in the checkout, where a dump could end up in a commit. */
export async function refuseWorkTree(
  files: Files,
  input: { readonly backupDirectory: string; readonly workingDirectory: string }
): Promise<void> {
  if (input.backupDirectory === '') return
  const tree = await topLevel(files, await files.realPath(input.workingDirectory))
  const directory = await files.realPath(input.backupDirectory)
  if (tree === null || (directory !== tree && !directory.startsWith(files.join(tree, '/')))) return
  throw new UpgradeError('bad-input', {
    message: `backup-directory is ${directory}, which is inside the git work tree ${tree}: a database dump could end up in a commit.`,
    next: 'Name a folder outside the checkout, or leave backup-directory empty.'
  })
}

async function topLevel(files: Files, folder: string): Promise<string | null> {
  if (await files.exists(files.join(folder, '.git'))) return folder
  const parent = files.join(folder, '..')
  return parent === folder ? null : topLevel(files, parent)
}

/** Whether a path is that of a folder that our script makes on the server. It goes into a shell there. */
export function isServerFolder(path: string): boolean {
  return /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+$/.test(path)
}

/** Whether a path is that of a dump in such a folder. */
export function isServerDump(path: string): boolean {
  const [, folder = '', name = ''] = /^(.*)\/(.*)$/.exec(path) ?? []
  return isServerFolder(folder) && /^\w+-[0-9TZ]+\.sql\.gz$/.test(name)
}
