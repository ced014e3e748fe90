import type { Problem } from '../../errors.js'
import { readLock } from '../../project/composer-lock.js'
import { offerOf, requiredPatches } from '../../project/quality-list.js'
import type { Files } from '../../tools/files.js'
import { describeOffer, describeReplaced } from './describe-forecast.js'
import type { Patch } from './patch.js'

/** The patches of one source, and the problems with ids that do not lead to a patch. */
interface ChosenPatches {
  readonly patches: readonly Patch[]
  readonly problems: readonly Problem[]
}

/**
 * Patches of the project itself, in the order of their names, by bytes. Only files named `*.patch` are ever applied.
 */
export async function hotfixes(files: Files, folder: string): Promise<readonly Patch[]> {
  const found = await files.names(files.join(folder, 'm2-hotfixes'))
  const names = found.filter((name) => name.endsWith('.patch') && !name.startsWith('.'))
  const inOrder = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const texts = await Promise.all(inOrder.map((name) => files.read(files.join(folder, 'm2-hotfixes', name))))
  return inOrder.map((name, index) => ({ kind: 'hotfix', name: `m2-hotfixes/${name}`, text: texts[index] ?? '' }))
}

/** The patches of ids, each after the patches it requires, from magento/quality-patches in `folder`. */
export async function qualityPatches(
  files: Files,
  folder: string,
  { ids, lock, to }: { readonly ids: readonly string[]; readonly lock: string; readonly to: string }
): Promise<ChosenPatches> {
  const root = files.join(folder, 'vendor/magento/quality-patches')
  const lists = await Promise.all(
    ['support-patches.json', 'community-patches.json'].map((name) => files.read(files.join(root, name)))
  )
  const texts = lists.filter((text) => text !== null)
  const { packages } = readLock(lock)
  const problems: Problem[] = []
  const taken = new Map<string, Patch>()
  const take = async (id: string, asked: boolean): Promise<void> => {
    const { known, patches } = offerOf(id, texts, packages)
    if (patches?.length === 0 && asked) problems.push(describeOffer(id, { known, to }))
    for (const { file, requires, replacedWith, deprecated } of patches ?? []) {
      if (taken.has(file)) continue
      taken.set(file, { kind: 'quality', name: id, text: '' })
      if (asked && (deprecated || replacedWith !== null)) problems.push(describeReplaced(id, replacedWith))
      for (const other of requires) await take(other, false)
      taken.delete(file)
      taken.set(file, { kind: 'quality', name: id, text: (await files.read(files.join(root, 'patches', file))) ?? '' })
    }
  }
  for (const id of ids) await take(id, true)
  return { patches: [...taken.values()], problems }
}

/** The patches that magento/magento-cloud-patches in `folder` applies to every project with these packages. */
export async function cloudPatches(files: Files, folder: string, lock: string): Promise<readonly Patch[]> {
  const root = files.join(folder, 'vendor/magento/magento-cloud-patches')
  const list = await files.read(files.join(root, 'patches.json'))
  const names = list === null ? [] : requiredPatches(list, readLock(lock).packages)
  const texts = await Promise.all(names.map((name) => files.read(files.join(root, 'patches', name))))
  return names.map((name, index) => ({ kind: 'required', name, text: texts[index] ?? '' }))
}
