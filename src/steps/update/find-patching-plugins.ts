import { lockedPackages } from '../../project/composer-lock.js'
import { patchedCarriers, patchSources } from '../../project/patching-plugins.js'
import type { Files } from '../../tools/files.js'
import type { InstallChoice } from './update-request.js'

/**
 * Plugins that patch a package whose files are marshaled, each with that package, in words; the patch would be missing
 * from the commit without the plugin. Includes plugins whose list of patches cannot be read.
 */
export async function patchingPlugins(files: Files, { folder, after }: InstallChoice): Promise<readonly string[]> {
  const sources = patchSources(after.composerJson, lockedPackages(after.composerLock))
  if (sources === null) return []
  const texts = await Promise.all(sources.paths.map((path) => textsBelow(files, folder, path)))
  const patched = patchedCarriers([...sources.texts, ...texts.flatMap((found) => found ?? [])], after)
  const plugin = `the plugin ${sources.plugins.join(' and ')}`
  return [
    ...patched.map((name) => `${plugin}, which patches ${name}`),
    ...sources.paths
      .filter((_, index) => texts[index] === null)
      .map((path) => `${plugin}, whose list of patches (${path}) is outside the project`)
  ]
}

async function textsBelow(files: Files, folder: string, path: string): Promise<readonly string[] | null> {
  const root = files.join(folder, path)
  if (path.includes('://') || !inside(await files.realPath(root), await files.realPath(folder))) return null
  const found = (await files.list(root)).filter((file) => file === '' || /\.(patch|diff|json)$/.test(file))
  const texts = await Promise.all(found.map((file) => files.read(file === '' ? root : files.join(root, file))))
  return texts.map((text) => text ?? '')
}

function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
