import { explain } from './follow-deployment.js'
import type { GivenOptions } from './normalize-options.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { tellStory } from './tell-story.js'
import { withReach } from './with-reach.js'

/** Explains from the logs what is wrong with an environment: the report's `findings`, the likeliest cause first. */
export function diagnose(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('diagnose', options, context, (telling) =>
    withReach(telling, [], async (reach) => {
      await reach.cloud?.authenticate()
      await explain(telling, reach)
      telling.facts.verdict = 'diagnosed'
    })
  )
}
