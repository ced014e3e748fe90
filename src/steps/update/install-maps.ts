import { filterLockForMarshaling } from '../../project/marshaling-lock.js'
import { filterRootForMarshaling } from '../../project/marshaling-root.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { CommandResult } from '../../tools/process/command.js'
import { composerFailure } from '../../project/composer-failure.js'

/** One lock whose maps are installed, with the composer.json whose `extra` controls the marshaling. */
interface MapInstallation {
  readonly folder: string
  readonly composerJson: string
  readonly composerLock: string
  /** Packages to install besides the plugin and the map carriers. */
  readonly alsoKeep: readonly string[]
  /** Which destinations are marshaled. */
  readonly wanted: (destination: string) => boolean
}

/**
 * Runs `composer install` for a lock with only the marshaling plugin and the packages with a map: the plugin itself
 * copies and cleans, exactly as in a full installation. The filtered files are outside the checkout.
 */
export async function installMaps(
  tools: { readonly composer: Composer; readonly files: Files },
  installation: MapInstallation
): Promise<void> {
  const { composer, files } = tools
  const { folder, alsoKeep, wanted } = installation
  const scratch = await files.privateFolder('lock')
  try {
    await files.write(files.join(scratch, 'root.json'), filterRootForMarshaling(installation.composerJson))
    await files.write(
      files.join(scratch, 'root.lock'),
      filterLockForMarshaling(installation.composerLock, { alsoKeep, wanted })
    )
    const autoloader = alsoKeep.length > 0 ? [] : ['--no-autoloader']
    const args = ['install', '--no-dev', '--no-scripts', '--no-progress', ...autoloader]
    expectInstalled(await composer.run(folder, args, { composerFile: files.join(scratch, 'root.json') }))
  } finally {
    await files.remove(scratch)
  }
}

/** Throws the matching UpgradeError (`composer-credentials`, `composer-network` …) if a call of Composer failed. */
export function expectInstalled(result: CommandResult): void {
  if (result.exitCode === 0) return
  throw composerFailure(result)
}
