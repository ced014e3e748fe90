import { lstat, readFile, readdir, realpath, rmdir, stat, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolders } from './files/make-folders.js'
import { makeOwnedFolder, makePrivateFolder, removePrivateFolder, userFolder } from './files/private-folder.js'
import { sizeInside } from './files/size-inside.js'
import { readEnd } from './files/read-end.js'

/** The files of this machine, as far as steps need them. Paths are absolute. */
export interface Files {
  /** Content as UTF-8, or null if the file does not exist. */
  read(path: string): Promise<string | null>
  /**
   * The last `most` bytes of a file as UTF-8, unpacked if it is gzip; null if the file does not exist or is not text.
   */
  readEnd(path: string, most: number): Promise<string | null>
  /** Writes a file, making its folders; mode 0600 if `secret`, which refuses to follow or replace anything. */
  write(path: string, text: string, options?: { readonly secret: boolean }): Promise<void>
  /** Writes a program that only its owner may run (mode 0700). */
  writeProgram(path: string, text: string): Promise<void>
  exists(path: string): Promise<boolean>
  remove(path: string): Promise<void>
  /** Removes a folder if it is empty. */
  removeIfEmpty(path: string): Promise<void>
  /** A new private folder (0700) for the lifetime of this process, with `name` in its name. */
  privateFolder(name: string): Promise<string>
  /** A new private folder (0700) below the temporary directory, which stays when the process has ended. */
  lastingFolder(name: string): Promise<string>
  /** The folders that {@link Files.lastingFolder} made for this user with that name and that are still there. */
  lastingFolders(name: string): Promise<readonly string[]>
  /** Makes sure that a folder exists; a new one is private (0700). */
  makePrivateFolder(path: string): Promise<void>
  /**
   * Paths of all files and links below `path`, relative to it; [''] if `path` itself is a file, [] if it is missing.
   */
  list(path: string): Promise<readonly string[]>
  /** See {@link sizeInside}. */
  sizeInside(folder: string, path: string): Promise<number | null>
  /** Names of a folder's entries; none if it is missing or a file. */
  names(path: string): Promise<readonly string[]>
  /** Whether `path` is a file or a link, not a folder. */
  isFile(path: string): Promise<boolean>
  /** Free bytes on the file system of `path`. */
  freeBytes(path: string): Promise<number>
  join(...parts: string[]): string
  /** The absolute form of a path. */
  resolve(path: string): string
  /** The absolute path without symbolic links; parts that do not exist yet stay unchanged. */
  realPath(path: string): Promise<string>
}

/** The real file system. */
export const files: Files = {
  read: (path) => readFile(path, 'utf8').catch(nullIfMissing),
  readEnd,
  write: async (path, text, options) => {
    await makeFolders(dirname(path))
    await writeFile(path, text, options?.secret ? { mode: 0o600, flag: 'wx' } : {})
  },
  writeProgram: async (path, text) => {
    await makeFolders(dirname(path))
    await writeFile(path, text, { mode: 0o700, flag: 'wx' })
  },
  exists: async (path) => (await stat(path).catch(nullIfMissing)) !== null,
  remove: removePrivateFolder,
  removeIfEmpty: (path) => rmdir(path).catch(() => undefined),
  privateFolder: makePrivateFolder,
  lastingFolder: (name) => makeOwnedFolder(name, tmpdir()),
  lastingFolders: async (name) => {
    const parent = await userFolder(tmpdir())
    const paths = (await readdir(parent))
      .filter((found) => found.startsWith(`${name}-`))
      .map((found) => join(parent, found))
    const mine = await Promise.all(paths.map(isMine))
    return paths.filter((_, index) => mine[index])
  },
  makePrivateFolder: async (path) => {
    await makeFolders(path, 0o700)
  },
  list: listFiles,
  sizeInside,
  names: async (path) => (await readdir(path).catch(nullIfMissing)) ?? [],
  isFile: async (path) => {
    const info = await lstat(path).catch(nullIfMissing)
    return info !== null && !info.isDirectory()
  },
  freeBytes: async (path) => {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  },
  join,
  resolve,
  realPath
}

async function realPath(path: string): Promise<string> {
  const whole = resolve(path)
  const real = await realpath(whole).catch(nullIfMissing)
  return real ?? join(await realPath(dirname(whole)), basename(whole))
}

async function listFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(nullIfMissing)
  if (found === null) return []
  if (!found.isDirectory()) return ['']
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
}

function nullIfMissing(error: unknown): null {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}

// Anything that others may write to could be manipulated.
async function isMine(path: string): Promise<boolean> {
  const info = await lstat(path).catch(nullIfMissing)
  return info !== null && info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o077) === 0
}
