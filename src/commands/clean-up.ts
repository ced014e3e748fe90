import { removeOrphanedFolders } from '../tools/files/private-folder.js'

/** What is left of killed runs of this user is removed. Returns how many private folders that were. */
export async function cleanUp(): Promise<number> {
  return (await removeOrphanedFolders()).length
}
