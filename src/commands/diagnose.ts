import { UpgradeError } from '../errors.js'
import { explain } from './upgrade/follow-deployment.js'
import type { GivenOptions } from '../run/normalize-options.js'
import { readProjectFacts } from '../run/read-project-facts.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { diagnoseTexts } from '../steps/diagnose/diagnose-texts.js'
import { startRun, type Run } from '../run/run.js'
import { files } from '../tools/files.js'
import { readStandardInput } from '../tools/process/standard-input.js'
import { withEnvironmentAccess, type EnvironmentAccess } from '../run/environment-access.js'

/**
 * Explains from logs what is wrong with an environment, or from the texts that `from` names: the report's `findings`,
 * the likeliest cause first.
 */
export function diagnose(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return startRun('diagnose', options, context, async (thisRun) => {
    const paths = thisRun.options.from.split(/[\r\n]+/).flatMap((path) => path.trim() || [])
    if (paths.length > 0) await explainTexts(thisRun, paths)
    else
      await withEnvironmentAccess(thisRun, [], async (access) => {
        await access.cloud?.authenticate()
        await expectLogins(access)
        await explain(thisRun, access)
      })
    thisRun.facts.verdict = 'diagnosed'
  })
}

// First: an inactive environment, or an ambiguous application, must be reported before anything is read.
async function expectLogins(access: EnvironmentAccess): Promise<void> {
  await access.hosts().catch((error: unknown) => {
    if (!(error instanceof UpgradeError) || error.code !== 'retry-later') throw error
  })
}

// Offline: no token is used, no login is made, nothing is asked for.
async function explainTexts({ options, context, facts, stepTimer }: Run, paths: readonly string[]): Promise<void> {
  const findings = await stepTimer.step(
    'diagnose',
    async () => {
      const tools = { files, readStandardInput, redact: context.redact }
      return diagnoseTexts(tools, paths, await readProjectFacts(options.workingDirectory))
    },
    (found) => found[0]?.title ?? 'nothing found'
  )
  facts.findings = [...findings]
  // No environment was asked, whatever the options name.
  facts.environment = null
}
