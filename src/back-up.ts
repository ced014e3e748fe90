import type { GivenOptions } from './normalize-options.js'
import { withPlatform, type Platform } from './open-platform.js'
import type { Backup, UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { backUpDatabase } from './steps/back-up-database.js'
import { backUpFiles } from './steps/back-up-files.js'
import { tellStory, type Telling } from './tell-story.js'
import { files } from './tools/files.js'

/** Backs up an environment alone. The report's `backup` says where the dump lies and what proves it. */
export function backUp(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('backup', options, context, (telling) =>
    withPlatform(telling, telling.options.environment, async (platform) => {
      await platform.cloud.authenticate()
      telling.facts.backup = await backUpEnvironment(telling, platform)
      telling.facts.verdict = 'backed-up'
    })
  )
}
