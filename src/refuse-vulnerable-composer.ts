import type { Problem } from './errors.js'
import { preflightError } from './project/preflight-error.js'
import { Secret } from './secret.js'
import { checkComposer } from './steps/preflight/check-composer.js'
import type { Telling } from './tell-story.js'
import { createComposer } from './tools/composer.js'
import { withComposerHome } from './tools/composer-home.js'
import { files } from './tools/files.js'
import type { RunCommand } from './tools/run-command.js'

/**
 * Asks Composer for its version in a home without keys. Throws UpgradeError `preflight-failed` where it is known to
 * disclose them and that was not allowed; returns the warnings otherwise.
 */
export function refuseVulnerableComposer(
  { options, context }: Pick<Telling, 'options' | 'context'>,
  run: RunCommand
): Promise<readonly Problem[]> {
  const contents = { auth: null, gitConfig: new Secret(''), platform: {} }
  return withComposerHome(files, contents, async (home) => {
    const composer = createComposer(run, { environment: context.environment, home, securityBlocking: true })
    const found = (await checkComposer(composer, options)).filter(({ id }) => id === 'composer-vulnerable')
    const refusal = preflightError(found)
    if (refusal) throw refusal
    return found
  })
}
