import { closure } from '../../project/composer-project.js'
import { lockedPackages } from '../../project/composer-lock.js'
import { filterLockForMarshaling, mapEntries } from '../../project/marshaling-lock.js'
import { environmentSchemaScript } from './composer-scripts.js'
import type { UpdateInput, UpdateTools } from './update-request.js'
import { expectInstalled, installMaps } from './install-maps.js'
import { mappedFiles, type MappedFiles } from './mapped-files.js'
import { findOwnChanges, type OwnChange } from './own-changes.js'
import { visibleDestinations } from './visible-destinations.js'

/** The files that the old and the new version map, and those in which the shop differs from the old one. */
export interface Marshaled {
  readonly oldMapped: MappedFiles
  readonly newMapped: MappedFiles
  readonly ownChanges: readonly OwnChange[]
}

/** Installs the maps of the old lock, then those of the new one, so that the plugin cleans and copies. */
export async function installFast(tools: UpdateTools, input: UpdateInput): Promise<Marshaled> {
  const { git, files } = tools
  const { folder } = git
  // Both installs use the new composer.json: its deploy-ignore protects .gitignore from the old map.
  const { composerJson } = input.after
  const [before, after] = [input.before.composerLock, input.after.composerLock]
  const wanted = await visibleDestinations(
    git,
    [before, after].flatMap((lock) => destinations(lock, composerJson))
  )
  const marshaled = (lock: string): Promise<MappedFiles> =>
    mappedFiles(files, folder, filterLockForMarshaling(lock, { wanted }), composerJson)
  await installMaps(tools, { folder, composerJson, composerLock: before, alsoKeep: [], wanted })
  const oldMapped = await marshaled(before)
  const ownChanges = await findOwnChanges(tools, oldMapped)
  const script = environmentSchemaScript(composerJson)
  const schema = script === null ? [] : await environmentSchemaPackages(tools, input)
  await installMaps(tools, { folder, composerJson, composerLock: after, alsoKeep: schema, wanted })
  if (schema.length > 0) {
    const generated = await tools.composer.php(folder, ['./vendor/bin/ece-tools', 'schema:generate'])
    // If the project has `|| true`, a failure does not count.
    if (script?.mayFail === false) expectInstalled(generated)
  }
  return { oldMapped, newMapped: await marshaled(after), ownChanges }
}

function destinations(lock: string, composerJson: string): readonly string[] {
  return mapEntries(lock, composerJson).flatMap(({ entries }) => entries.map(([, destination]) => destination))
}

/** ece-tools and its dependencies, if its `.magento.env.md` would be committed: layouts that do not ignore it. */
async function environmentSchemaPackages({ git }: UpdateTools, { after }: UpdateInput): Promise<readonly string[]> {
  const ignored = await git.run('check-ignore', '--quiet', '.magento.env.md')
  if (ignored.exitCode === 0) return []
  return [...closure(lockedPackages(after.composerLock), 'magento/ece-tools')]
}
