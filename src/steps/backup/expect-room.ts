import { UpgradeError } from '../../errors.js'
import type { Files } from '../../tools/files.js'
import type { ListedDatabase } from './dump/list-objects.js'

// Dumps of shops compress to between a fifth and a tenth of their rows: less than a twentieth of the room is never
// enough.
const compressed = 1 / 20
const megabyte = 1024 * 1024

/**
 * Throws UpgradeError `preflight-failed` if the dump of a database cannot fit into `folder`, before it starts. The
 * reported size of the database is an estimate, so a dump that may fit is tried; the disk is watched meanwhile.
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
    message: `The disk of ${folder} has only ${said(free)} free: the database ${database ?? ''} has about ${said(dataBytes ?? 0)}, and its dump needs at least ${said(least)}.`,
    next: 'Free some space, set backup-directory to a larger disk, or set backup-to: remote.'
  })
}
