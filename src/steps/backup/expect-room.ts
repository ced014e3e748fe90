import { UpgradeError } from '../../errors.js'
import type { Files } from '../../tools/files.js'
import type { ListedDatabase } from './dump/list-objects.js'

// Dumps of shops compress to a fifth up to a tenth of their rows: with less than a twentieth there is no chance.
const compressed = 1 / 20
const megabyte = 1024 * 1024

/**
 * Throws UpgradeError `preflight-failed` where the dump of a database cannot fit below `folder`, before it begins.
 * What the database says of its size is an estimate, so a dump that may fit is tried; the disk is watched meanwhile.
 */
export async function expectRoom(
  files: Pick<Files, 'freeBytes'>,
  folder: string,
  { database, dataBytes }: Pick<ListedDatabase, 'database' | 'dataBytes'>
): Promise<void> {
  const free = await files.freeBytes(folder)
  const least = (dataBytes ?? 0) * compressed
  if (free >= least) return
  const said = (bytes: number): string => `${Math.floor(bytes / megabyte)} MB`
  throw new UpgradeError('preflight-failed', {
    message: `The disk of ${folder} has ${said(free)} free, which is too little: the database ${database ?? ''} holds about ${said(dataBytes ?? 0)}, and its dump takes ${said(least)} at the very least.`,
    next: 'Free some space, set backup-directory to a larger disk, or set backup-to: remote.'
  })
}
