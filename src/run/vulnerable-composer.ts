import type { Problem } from '../errors.js'
import { Secret } from '../secrets/secret.js'
import { checkComposer } from '../steps/preflight/check-composer.js'
import type { Run } from './run.js'
import { createComposer } from '../tools/composer/composer.js'
import { withComposerHome } from '../tools/composer/composer-home.js'
import { files } from '../tools/files.js'
import type { RunCommand } from '../tools/process/command.js'

/**
 * Asks Composer for its version in a home without keys. Returns the problems if it is known to disclose keys: an error,
 * after which it must not run, or a warning if that was allowed.
 */
export function vulnerableComposer(
  { options, context }: Pick<Run, 'options' | 'context'>,
  run: RunCommand
): Promise<readonly Problem[]> {
  const contents = { auth: null, gitConfig: new Secret(''), platform: {} }
  return withComposerHome(files, contents, async (home) => {
    const composer = createComposer(run, { environment: context.environment, home, securityBlocking: true })
    return (await checkComposer(composer, options)).filter(({ id }) => id === 'composer-vulnerable')
  })
}
