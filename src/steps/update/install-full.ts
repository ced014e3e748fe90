import { valueAt } from '../../project/json-edit.js'
import type { UpdateInput, UpdateTools } from '../update-dependencies.js'
import type { Marshaled } from './install-fast.js'
import { expectInstalled } from './install-maps.js'
import { mappedFiles } from './mapped-files.js'
import { findOwnChanges } from './own-changes.js'

/** The documented way: the old version is installed, then `composer update` brings the new one. */
export async function installFull(tools: UpdateTools, input: UpdateInput): Promise<Marshaled> {
  const { git, composer, files, logger } = tools
  const { folder } = git
  const write = (name: string, text: string): Promise<void> => files.write(files.join(folder, name), text)
  const onLine = (line: string): void => {
    logger.debug(line)
  }
  // A lock is installed as it is: what this machine lacks of the Cloud's platform must not stand in the way.
  expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }))
  const oldMapped = await mappedFiles(files, folder, input.before.composerLock, input.after.composerJson)
  const ownChanges = await findOwnChanges(tools, oldMapped)
  // A base package may have mapped its own .gitignore; git must judge by the project's.
  await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore')
  await write('composer.json', input.after.composerJson)
  // A platform that the project itself declares replaces ours as a whole: see the resolution.
  const own = valueAt(input.after.composerJson, ['config', 'platform']) !== undefined
  const platform = own ? ['--ignore-platform-req=ext-*'] : []
  expectInstalled(await composer.run(folder, ['update', '--no-progress', ...platform], { onLine }))
  const newMapped = await mappedFiles(files, folder, input.after.composerLock, input.after.composerJson)
  return { oldMapped, newMapped, ownChanges }
}
