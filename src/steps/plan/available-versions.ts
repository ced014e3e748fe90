import { z } from 'zod'
import type { Composer } from '../../tools/composer.js'

const answer = z.object({ versions: z.array(z.string()) })

/**
 * The versions of a package that the repository offers for these keys, or [] where it does not say: the resolver
 * then judges alone.
 */
export async function availableVersions(composer: Composer, folder: string, name: string): Promise<readonly string[]> {
  const result = await composer.run(folder, ['show', name, '--available', '--format=json', '--no-plugins'])
  if (result.exitCode !== 0) return []
  try {
    return answer.parse(JSON.parse(result.stdout)).versions
  } catch {
    return []
  }
}
