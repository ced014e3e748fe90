import { explain } from './follow-deployment.js'
import type { GivenOptions } from './normalize-options.js'
import { withPlatform } from './open-platform.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { tellStory } from './tell-story.js'

/** Explains from the logs what is wrong with an environment: the report's `findings`, the likeliest cause first. */
export function diagnose(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('diagnose', options, context, (telling) =>
    withPlatform(telling, telling.options.environment, async (platform) => {
      await platform.cloud.authenticate()
      await explain(telling, platform)
      telling.facts.verdict = 'diagnosed'
    })
  )
}
