import type { Problem } from '../errors.js'
import { explainedError, verifyRunning } from './upgrade/follow-deployment.js'
import type { GivenOptions, UpgradeOptions } from '../run/normalize-options.js'
import { lockedProductVersion } from '../project/composer-lock.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { startRun } from '../run/run.js'
import { files } from '../tools/files.js'
import { withEnvironmentAccess } from '../run/environment-access.js'

/** Verifies an environment and does nothing else. The report's `verification` has the verdict. */
export function verify(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return startRun('verify', options, context, async (thisRun) => {
    const expected = await expectedVersion(thisRun.options)
    await withEnvironmentAccess(thisRun, expected === null ? [noVersion] : [], async (access) => {
      try {
        await verifyRunning(thisRun, access, expected ?? '')
        thisRun.facts.verdict = 'verified'
      } catch (error) {
        throw thisRun.facts.verification === null ? error : await explainedError(thisRun, access, { error })
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
  fix: 'Set expected-version, or check out the deployed commit.'
}
