import { UpgradeError } from './errors.js'
import { explain, verifyRunning } from './follow-deployment.js'
import type { GivenOptions, UpgradeOptions } from './normalize-options.js'
import { withPlatform } from './open-platform.js'
import { lockedProductVersion } from './project/locked-product-version.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { tellStory } from './tell-story.js'
import { files } from './tools/files.js'

/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
export function verify(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('verify', options, context, (telling) =>
    withPlatform(telling, telling.options.environment, async (platform) => {
      try {
        await verifyRunning(telling, platform, await expectedVersion(telling.options))
        telling.facts.verdict = 'verified'
      } catch (error) {
        if (telling.facts.verification !== null) await explain(telling, platform)
        throw error
      }
    })
  )
}

async function expectedVersion(options: UpgradeOptions): Promise<string> {
  if (options.expectedVersion !== '') return options.expectedVersion
  const lock = await files.read(files.join(files.resolve(options.workingDirectory), 'composer.lock'))
  if (lock !== null) return lockedProductVersion(lock)
  throw new UpgradeError('bad-input', {
    message:
      'There is no version to compare with: expected-version is empty and the working directory has no composer.lock.',
    unchanged: 'Nothing was changed.',
    next: 'Set expected-version, or check out the commit that was deployed.'
  })
}
