import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// Servers lie in folders that an ordinary user has not on PATH.
const serverFolders = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/libexec', '/usr/bin', '/bin']

/**
 * Absolute path of the first of `names` that is installed; `without` is a folder to skip. Throws if none is installed.
 */
export function findProgram(names: readonly string[], without?: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...serverFolders].filter(
    (folder) => folder !== '' && folder !== without
  )
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
    if (found !== undefined) return found
  }
  throw new Error(`The program ${names.join(' or ')} is not installed; npm run requirements installs it.`)
}
