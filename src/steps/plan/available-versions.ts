import { z } from 'zod'
import { productRepositories } from '../../project/product-repositories.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'

const answer = z.object({ versions: z.array(z.string()) })

/**
 * The versions of a package that the project's repositories offer for these keys, or null if they do not say. Composer
 * runs in a separate folder: the project's git repositories need no clone for it, and the resolver may use the checkout
 * at the same time.
 */
export async function availableVersions(
  { composer, files }: { readonly composer: Composer; readonly files: Files },
  composerJson: string,
  name: string
): Promise<readonly string[] | null> {
  const folder = await files.privateFolder('versions')
  try {
    await files.write(files.join(folder, 'composer.json'), productRepositories(composerJson))
    const result = await composer.run(folder, ['show', name, '--available', '--format=json', '--no-plugins'])
    return result.exitCode === 0 ? answer.parse(JSON.parse(result.stdout)).versions : null
  } catch {
    return null
  } finally {
    await files.remove(folder)
  }
}
