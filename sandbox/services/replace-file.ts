import { rename, writeFile } from 'node:fs/promises'

let counter = 0

/** Writes a file atomically: a reader gets the old text or the new one, never a part. */
export async function replaceFile(path: string, text: string, mode = 0o600): Promise<void> {
  counter += 1
  const partial = `${path}.${process.pid}-${counter}`
  await writeFile(partial, text, { mode, flag: 'wx' })
  await rename(partial, path)
}
