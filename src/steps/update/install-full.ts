import { removeAt, setAt, valueAt } from '../../project/json-edit.js'
import type { UpdateInput, UpdateTools } from './update-request.js'
import type { Marshaled } from './install-fast.js'
import { expectInstalled } from './install-maps.js'
import { mappedFiles } from './mapped-files.js'
import { findOwnChanges } from './own-changes.js'

/**
 * The documented way: installs the old version, then everything of the new one, with the scripts of an update. It
 * installs the lock of the plan, so metadata is not requested twice and nothing newer slips in.
 */
export async function installFull(tools: UpdateTools, input: UpdateInput): Promise<Marshaled> {
  const { git, composer, files, logger } = tools
  const { folder } = git
  const write = (name: string, text: string): Promise<void> => files.write(files.join(folder, name), text)
  const onLine = (line: string): void => {
    logger.debug(line)
  }
  // A lock is installed unchanged: features of the Cloud's platform that this machine lacks must not prevent it.
  expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }))
  const oldMapped = await mappedFiles(files, folder, input.before.composerLock, input.after.composerJson)
  const ownChanges = await findOwnChanges(tools, oldMapped)
  // A base package may have mapped its own .gitignore; git must use the project's.
  await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore')
  await write('composer.json', withUpdateScripts(input.after.composerJson))
  await write('composer.lock', input.after.composerLock)
  expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }))
  const newMapped = await mappedFiles(files, folder, input.after.composerLock, input.after.composerJson)
  return { oldMapped, newMapped, ownChanges }
}

/** composer.json whose `install` runs what its `update` would run. */
function withUpdateScripts(composerJson: string): string {
  return ['pre', 'post'].reduce((text, when) => {
    const scripts = valueAt(composerJson, ['scripts', `${when}-update-cmd`])
    const install = ['scripts', `${when}-install-cmd`]
    return scripts === undefined ? removeAt(text, install) : setAt(text, install, scripts)
  }, composerJson)
}
