import type { Files } from '../../tools/files.js'

/** Where a dump goes on this machine: its final name appears only when it is proven. */
export interface LocalTarget {
  readonly partial: string
  readonly final: string
  /** Removes the unfinished dump, and the folder where it was made for this dump alone. */
  readonly discard: () => Promise<void>
}

/** A place for the dump `name` in `directory`, or in a private folder where that is empty. */
export async function openLocalTarget(files: Files, directory: string, name: string): Promise<LocalTarget> {
  const folder = directory === '' ? await files.privateFolder('backup') : files.resolve(directory)
  await files.makePrivateFolder(folder)
  const final = files.join(folder, name)
  const partial = `${final}.partial`
  return { partial, final, discard: () => files.remove(directory === '' ? folder : partial) }
}
