import type { Problem } from '../errors.js'
import { explained, verifyRunning } from './upgrade/follow-deployment.js'
import type { GivenOptions, UpgradeOptions } from '../run/normalize-options.js'
import { lockedProductVersion } from '../project/locked-product-version.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { tellStory } from '../run/run.js'
import { files } from '../tools/files.js'
import { withReach } from '../run/environment-access.js'

/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
export function verify(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('verify', options, context, async (telling) => {
    const expected = await expectedVersion(telling.options)
    await withReach(telling, expected === null ? [noVersion] : [], async (reach) => {
      try {
        await verifyRunning(telling, reach, expected ?? '')
        telling.facts.verdict = 'verified'
      } catch (error) {
        throw telling.facts.verification === null ? error : await explained(telling, reach, error)
      }
    })
  })
}

async function expectedVersion(options: UpgradeOptions): Promise<string | null> {
  if (options.expectedVersion !== '') return options.expectedVersion
  const lock = await files.read(files.join(files.resolve(options.workingDirectory), 'composer.lock'))
  return lock === null ? null : lockedProductVersion(lock)
}

const noVersion: Problem = {
  id: 'bad-input',
  severity: 'error',
  message:
    'There is no version to compare with: expected-version is empty and the working directory has no composer.lock.',
  fix: 'Set expected-version, or check out the commit that was deployed.'
}
