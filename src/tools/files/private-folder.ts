import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import type { RunningProcess } from '../host.js'
import { isProcessGone, currentHost } from '../host.js'

const prefix = 'magento-cloud-upgrade'
const ownedName = /^([a-z]+)-(\d+)\.(\d+)\.([0-9a-f]{12})-\w+$/
// No job of a self-hosted runner lasts longer, so nothing in use is older.
const unknownOwnerMilliseconds = 5 * 24 * 3600 * 1000

/** The folder of this process in each user folder. */
const roots: Record<string, Promise<string> | null> = {}

/** The parent of private folders: RUNNER_TEMP, which the runner empties before and after each job, else TMPDIR. */
export function temporaryFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const runner = environment['RUNNER_TEMP'] ?? ''
  return runner !== '' && statSync(runner, { throwIfNoEntry: false })?.isDirectory() === true ? runner : tmpdir()
}

/**
 * A new private folder (0700) for the lifetime of this process, inside the process's own folder, so that hiding that
 * one folder from third-party code hides all of them. `kind` says what it is for.
 */
export async function makePrivateFolder(kind: string): Promise<string> {
  for (;;) {
    const parent = temporaryFolder()
    const root = (roots[parent] ??= makeOwnedFolder('run', parent))
    const folder = await root.then((path) => mkdtemp(join(path, `${kind}-`))).catch(nullIfMissing)
    if (folder !== null) return folder
    // The process's folder was removed meanwhile: it was empty, or cleaned up.
    if (roots[parent] === root) roots[parent] = null
  }
}

/**
 * The path of this user's folder is taken by something that others may change. Not an UpgradeError: the `post:` step,
 * which must stay small, loads this file.
 */
export class ForeignFolderError extends Error {
  constructor(path: string) {
    super(`${path} is not a folder that only this user can change.`)
  }
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTDIR') throw error
}

/**
 * The one folder of this user in a temporary folder, made if it is missing. All private files of our processes are in
 * it, so code that cannot see it sees nothing of a process that starts later either. Others may pass through it (0711),
 * as the user of a scratch server does. Throws if somebody else may change it.
 */
export async function userFolder(parent: string): Promise<string> {
  const path = userFolderOf(parent)
  // An existing folder is checked below.
  await mkdir(path, { mode: 0o711, recursive: true }).catch(unlessItExists)
  const info = await lstat(path)
  if (!info.isDirectory() || info.uid !== (process.getuid?.() ?? info.uid) || (info.mode & 0o022) !== 0)
    throw new ForeignFolderError(path)
  // The umask may have removed the x bits.
  await chmod(path, 0o711)
  return path
}

function userFolderOf(parent: string): string {
  return join(parent, `${prefix}-user-${process.getuid?.() ?? 0}`)
}

/**
 * A new folder (0700) in the folder of this user below `parent` whose name has the owning process, so that a later run
 * recognises what a killed one left.
 */
export async function makeOwnedFolder(kind: string, parent: string): Promise<string> {
  return mkdtemp(join(await userFolder(parent), `${ownedFolderName(kind, currentHost().process)}-`))
}

/** The private folder that contains a path; the path itself if none does. */
export function privateFolderOf(path: string): string {
  const parts = path.split(sep)
  const root = parts.findLastIndex((part) => ownedName.test(part))
  return root < 0 || root + 2 > parts.length ? path : parts.slice(0, root + 2).join(sep)
}

/**
 * Removes a private folder, and the folder of the process if it is empty then. The folder of the user stays: a mount
 * that hides it would be lost with it, and a new folder would be visible.
 */
export async function removePrivateFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  if (ownedName.test(basename(dirname(path)))) await rmdir(dirname(path)).catch(() => undefined)
}

/** The name of a process's folder without its random end; of an unknown process if that is null. */
export function ownedFolderName(kind: string, owner: RunningProcess | null): string {
  if (owner === null) return `${kind}-${process.pid}.0.${'0'.repeat(12)}`
  return `${kind}-${owner.pid}.${owner.began}.${machineHash(owner.machine)}`
}

/**
 * Removes the private folders whose process has ended, so that no key outlives a killed run for long: never one of a
 * running process, of another user, of a finished backup, and no link. Returns what was removed; what cannot be removed
 * is left to the next run.
 */
export async function removeOrphanedFolders(
  parents: readonly string[] = [temporaryFolder(), tmpdir()]
): Promise<readonly string[]> {
  const removed: string[] = []
  for (const parent of new Set(parents)) {
    const folder = userFolderOf(parent)
    const names = await readdir(folder).catch(() => [])
    for (const name of names) {
      const path = join(folder, name)
      if (!(await isOrphaned(path, name).catch(() => false))) continue
      await rm(path, { recursive: true, force: true }).then(
        () => removed.push(path),
        () => undefined
      )
    }
  }
  return removed
}

async function isOrphaned(path: string, name: string): Promise<boolean> {
  const [, kind, pid = '', began = '', machine = ''] = ownedName.exec(name) ?? []
  if (kind === undefined) return false
  const info = await lstat(path)
  if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o077) !== 0) return false
  // The manifest is written last: with it, this is a finished backup and belongs to the user.
  if (kind === 'backup' && existsSync(join(path, 'manifest.json'))) return false
  const here = currentHost().process?.machine
  if (here === undefined || machineHash(here) !== machine) return Date.now() - info.mtimeMs > unknownOwnerMilliseconds
  return isProcessGone({ machine: here, pid: Number(pid), began })
}

function machineHash(machine: string): string {
  return createHash('sha256').update(machine).digest('hex').slice(0, 12)
}

function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}
