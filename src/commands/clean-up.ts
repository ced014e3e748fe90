import { removeOrphanedFolders } from '../tools/files/private-folder.js'

/** Removes what killed runs of this user left behind. Returns the number of private folders removed. */
export async function cleanUp(): Promise<number> {
  return (await removeOrphanedFolders()).length
}
