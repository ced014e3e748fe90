import { isFailure, type Problem } from '../../errors.js'
import { readLock } from '../../project/composer-lock.js'
import { patchSources } from '../../project/patching-plugins.js'
import { readQualityIds } from '../../project/quality-list.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import { cloudPatches, hotfixes, qualityPatches } from './chosen-patches.js'
import { describeForecast, notTried } from './describe-forecast.js'
import type { Patch } from './patch.js'
import { installFiles, originFinder, unreadablePackages, type TargetFiles } from './patch-tree.js'
import { touchedPaths, tryPatches } from './try-patches.js'

/** The tools of this step; `git` works in the scratch checkout. */
interface ForecastTools {
  readonly git: Git
  readonly composer: Composer
  readonly files: Files
}

/**
 * Tests the project's own patches (`m2-hotfixes`, QUALITY_PATCHES) on the target: they are applied, in the order of the
 * platform's build, to the files of the target's packages that they change. Does nothing if there are none. Returns
 * errors for patches that would certainly stop that build.
 */
export async function forecastPatches(
  tools: ForecastTools,
  target: TargetFiles,
  to: string
): Promise<readonly Problem[]> {
  const { files, git } = tools
  const scratch = await files.privateFolder('patches')
  try {
    const own = await hotfixes(files, git.folder)
    const ids = readQualityIds((await files.read(files.join(git.folder, '.magento.env.yaml'))) ?? '')
    if (own.length === 0 && ids.length === 0) return []
    return await forecast(tools, { scratch, target, to, own, ids })
  } catch (error) {
    if (!isFailure(error)) throw error
    return [notTried(to, error.message)]
  } finally {
    await files.remove(scratch)
  }
}

interface Question {
  readonly scratch: string
  readonly target: TargetFiles
  readonly to: string
  readonly own: readonly Patch[]
  readonly ids: readonly string[]
}

async function forecast(tools: ForecastTools, question: Question): Promise<readonly Problem[]> {
  const { files } = tools
  const { scratch, target, to, own, ids } = question
  const tree = files.join(scratch, 'tree')
  await files.makePrivateFolder(tree)
  const git = tools.git.in(tree)
  // A separate root: inside another work tree git would skip each file silently.
  await git.read('init', '--quiet', '--template=')
  const lists = ['magento/magento-cloud-patches', ...(ids.length > 0 ? ['magento/quality-patches'] : [])]
  await installFiles(tools, tree, target, new Set(lists))
  const lock = target.composerLock
  const quality = await qualityPatches(files, tree, { ids, lock, to })
  const chosen = [...quality.patches, ...own]
  const trying = { git, files, beside: files.join(scratch, 'patches') }
  const paths = await touchedPaths(trying, chosen)
  const required = await sharing(trying, await cloudPatches(files, tree, lock), new Set(paths.flat()))
  const all = [...required.patches, ...chosen]
  const allPaths = [...required.paths, ...paths]
  await layFiles(tools, question, { tree, lists, paths: new Set(allPaths.flat()) })
  const away = unreadablePackages(target)
  const origin = originFinder(target)
  const isKnown = (index: number): boolean =>
    !(allPaths[index] ?? []).some((path) => away.has(origin(path)?.package ?? ''))
  const forecasts = await tryPatches(trying, all, isKnown)
  const plugins = patchSources(target.composerJson, readLock(lock).packages)
  return [...quality.problems, ...forecasts.flatMap((found) => describeForecast(found, to, plugins === null))]
}

/** The platform's own patches that change a file which the project's patches change too. */
async function sharing(
  trying: Parameters<typeof touchedPaths>[0],
  patches: readonly Patch[],
  wanted: ReadonlySet<string>
): Promise<{ readonly patches: readonly Patch[]; readonly paths: readonly (readonly string[])[] }> {
  const paths = await touchedPaths(trying, patches)
  const shares = paths.map((found) => found.some((path) => wanted.has(path)))
  return { patches: patches.filter((_, index) => shares[index]), paths: paths.filter((_, index) => shares[index]) }
}

/** Puts every file that a patch touches into the tree, from where the platform's build takes it. */
async function layFiles(
  tools: ForecastTools,
  { target }: Question,
  {
    tree,
    lists,
    paths
  }: { readonly tree: string; readonly lists: readonly string[]; readonly paths: ReadonlySet<string> }
): Promise<void> {
  const { files } = tools
  const origin = originFinder(target)
  const found = [...paths].map((path) => ({ path, from: origin(path) }))
  const names = found.flatMap(({ from }) => (from === null ? [] : [from.package]))
  await installFiles(tools, tree, target, new Set([...lists, ...names]))
  for (const { path, from } of found) {
    if (path.startsWith('vendor/') || !isInside(path)) continue
    const source =
      from === null ? files.join(tools.git.folder, path) : files.join(tree, 'vendor', from.package, from.path)
    const text = await files.read(source)
    if (text !== null) await files.write(files.join(tree, path), text)
  }
}

// Paths in a patch are untrusted; git refuses such a path as well.
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..')
}
