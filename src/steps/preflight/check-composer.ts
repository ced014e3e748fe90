import type { Problem } from '../../errors.js'
import { composerAdvisory } from '../../project/composer-advisory.js'
import type { Composer } from '../../tools/composer/composer.js'

/** How to treat a vulnerable Composer. */
export interface ComposerCheckInput {
  readonly vulnerableComposer: 'fail' | 'warn'
}

/** Problems with Composer and PHP on this machine. */
export async function checkComposer(
  composer: Pick<Composer, 'versions'>,
  input: ComposerCheckInput
): Promise<readonly Problem[]> {
  const versions = await composer.versions()
  if (versions === null) {
    return [
      unusable(
        'Composer or PHP is missing.',
        'Install Composer 2 and the PHP command line, e.g. apt-get install composer php-cli.'
      )
    ]
  }
  if (!versions.composer.startsWith('2.'))
    return [unusable(`Composer ${versions.composer} is not supported.`, 'Install Composer 2.')]
  const advisory = composerAdvisory(versions.composer)
  if (advisory === null) return []
  return [
    {
      id: 'composer-vulnerable',
      severity: input.vulnerableComposer === 'fail' ? 'error' : 'warning',
      message: `Composer ${versions.composer} has published vulnerabilities that can disclose credentials or run commands (${advisory.ids.join(', ')}).`,
      fix:
        input.vulnerableComposer === 'fail'
          ? `Install Composer ${advisory.fixedIn} or newer; if your distribution has patched it, set vulnerable-composer: warn.`
          : `Install Composer ${advisory.fixedIn} or newer, unless your distribution has patched it: vulnerable-composer is warn.`
    }
  ]
}

function unusable(message: string, fix: string): Problem {
  return { id: 'tool-composer', severity: 'error', message, fix }
}
