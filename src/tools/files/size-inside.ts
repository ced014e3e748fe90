import { lstat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

/**
 * Size in bytes of the regular file at `path` in `folder`. Null for everything else: a path that is absolute or leads
 * out by `..`, a symbolic link on the way, a folder, a device, a pipe, nothing at all.
 */
export async function sizeInside(folder: string, path: string): Promise<number | null> {
  const parts = path.split('/')
  if (isAbsolute(path) || parts.some((part) => part === '' || part === '.' || part === '..')) return null
  let whole = folder
  for (const [index, part] of parts.entries()) {
    whole = join(whole, part)
    const info = await lstat(whole).catch(() => null)
    if (info === null) return null
    const isLast = index === parts.length - 1
    if (isLast) return info.isFile() ? info.size : null
    if (!info.isDirectory()) return null
  }
  return null
}
