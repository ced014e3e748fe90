import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder, and those above it that are missing. Throws Error that names the first one that cannot be made.
 * Node's own recursive mkdir (20 to 24) never returns if a file system takes no folders, as below /proc.
 */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  const folder = resolve(path)
  if (await isFolder(folder)) return
  if (dirname(folder) !== folder) await makeFolders(dirname(folder), mode)
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder)))
      throw new Error(`the folder ${folder} cannot be created: ${reasonOf(error)}`, { cause: error })
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false
  )
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'its file system does not allow folders there (ENOENT)'
  if (code === 'EEXIST' || code === 'ENOTDIR') return `a file is in its way (${code})`
  return error instanceof Error ? error.message : String(error)
}
