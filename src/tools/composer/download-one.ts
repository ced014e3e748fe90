import { filterRootForMarshaling } from '../../project/marshaling-root.js'
import { reducedLock } from '../../project/composer-lock.js'
import type { CommandResult } from '../process/command.js'
import type { Files } from '../files.js'
import type { Composer } from './composer.js'

/** Has Composer fetch the files of one package of the lock next to `composerJson`, in a separate folder. */
export async function downloadOne(
  composer: Composer,
  files: Files,
  composerJson: string,
  packageName: string
): Promise<CommandResult> {
  const scratch = await files.privateFolder('download')
  try {
    const [json = '{}', lock = '{}'] = await Promise.all(
      [composerJson, composerJson.replace(/\.json$/, '.lock')].map(
        async (path) => (await files.read(path)) ?? undefined
      )
    )
    await files.write(files.join(scratch, 'composer.json'), filterRootForMarshaling(json))
    await files.write(files.join(scratch, 'composer.lock'), reducedLock(withoutDev(lock), new Set([packageName])))
    const quiet = ['--no-plugins', '--no-scripts', '--no-autoloader', '--no-dev', '--no-progress']
    return await composer.run(scratch, ['install', '--ignore-platform-reqs', ...quiet])
  } finally {
    await files.remove(scratch)
  }
}

/** The lock with its development packages among the others. */
function withoutDev(lockText: string): string {
  const lock = JSON.parse(lockText) as { packages?: object[]; 'packages-dev'?: object[] }
  return JSON.stringify({ ...lock, packages: [...(lock.packages ?? []), ...(lock['packages-dev'] ?? [])] })
}
