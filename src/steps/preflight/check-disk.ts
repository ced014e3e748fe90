import type { Problem } from '../../errors.js'
import type { Files } from '../../tools/files.js'

// Room for a scratch checkout, the base packages of two versions and Composer's own files.
const neededMegabytes = { fast: 1024, full: 4096 }

/** A problem if the file system of the temporary folder is too small for the update. */
export async function checkDisk(files: Files, folder: string, mode: 'fast' | 'full'): Promise<readonly Problem[]> {
  const free = Math.floor((await files.freeBytes(folder)) / 1024 / 1024)
  if (free >= neededMegabytes[mode]) return []
  return [
    {
      id: 'disk-space',
      severity: 'error',
      message: `The temporary folder has ${free} MB free; the ${mode} update needs ${neededMegabytes[mode]} MB.`,
      fix: 'Free some space, or point TMPDIR to a larger file system.'
    }
  ]
}
