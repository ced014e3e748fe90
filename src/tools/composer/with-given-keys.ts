import { keylessComposerJson } from '../../project/keyless-composer-json.js'
import type { Files } from '../files.js'
import type { Composer } from './composer.js'
import { contentHash } from './content-hash.js'

/**
 * Composer that takes its credentials only from its home: those in composer.json are removed while it runs, and
 * restored before anything else reads the file. `overruled` are the hosts whose addresses lose their credentials too.
 */
export function withGivenKeys(composer: Composer, files: Files, overruled: ReadonlySet<string>): Composer {
  const run: Composer['run'] = async (folder, args, options = {}) => {
    const json = options.composerFile ?? files.join(folder, 'composer.json')
    const lock = json.replace(/\.json$/, '.lock')
    const before = (await files.read(json)) ?? ''
    const keyless = keylessComposerJson(before, overruled)
    if (keyless === null) return composer.run(folder, args, options)
    await files.write(json, keyless.text)
    await moveHash(files, lock, before, keyless.text)
    try {
      return await composer.run(folder, args, options)
    } finally {
      const after = (await files.read(json)) ?? keyless.text
      const restored = keyless.restore(after)
      await files.write(json, restored)
      await moveHash(files, lock, after, restored)
    }
  }
  return { ...composer, run }
}

/** A lock valid for one composer.json is valid for the other: they differ only in credentials. */
async function moveHash(files: Files, path: string, from: string, to: string): Promise<void> {
  const [old, now] = [contentHash(from), contentHash(to)]
  const lock = old === now || old === null || now === null ? null : await files.read(path)
  if (lock !== null && old !== null && now !== null) await files.write(path, lock.replace(`"${old}"`, `"${now}"`))
}
