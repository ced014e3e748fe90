import * as core from '@actions/core'
import type { RunContext } from '../run-context.js'
import type { UpgradeReport } from '../report.js'
import { UpgradeError } from '../errors.js'
import type { GivenOptions } from '../normalize-options.js'
import { stopOnSignals } from '../stop-on-signals.js'
import { branchOfEvent } from './branch-of-event.js'
import { createActionLogger } from './action-logger.js'
import { readInputs } from './inputs.js'
import { keepReport } from './keep-report.js'
import { refusePublicRepository } from './refuse-public-repository.js'
import { setOutputs } from './outputs.js'
import { writeSummary } from './summary.js'

/** The commands that are actions. */
export type ActionCommand = 'upgrade' | 'verify' | 'diagnose'

/** The action: inputs in, outputs, summary and report out. The one catch and the one setFailed are here. */
export async function run(command: ActionCommand): Promise<void> {
  try {
    // Before all else: what comes from a fork is refused, whatever its inputs are.
    const branch = await branchOfEvent(process.env)
    const options = readInputs(command)
    const given = command === 'upgrade' && !options.branch && branch !== null ? { ...options, branch } : options
    const context = { logger: createActionLogger(), environment: process.env, signal: stopOnSignals() }
    if (options.backupArtifact === true) await refusePublicRepository(options, process.env)
    const report = await tell(command, given, context)
    await writeSummary(report)
    setOutputs(report, {
      reportPath: await keepReport(report, options.report ?? ''),
      artifact: options.backupArtifact === true
    })
    if (command === 'diagnose')
      for (const { title, meaning, next } of report.findings) core.warning(`${meaning} ${next}`, { title })
    if (report.error) fail(report.error.message, report.error.next, report.error.exitCode)
  } catch (error) {
    if (error instanceof UpgradeError) fail(error.message, error.next, error.exitCode)
    else core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** The library is loaded when the inputs are good: wrong ones are told at once. */
async function tell(command: ActionCommand, given: GivenOptions, context: RunContext): Promise<UpgradeReport> {
  const { upgrade, verify, diagnose } = await import('../index.js')
  return { upgrade, verify, diagnose }[command](given, context)
}

function fail(message: string, next: string, exitCode: number): void {
  core.setFailed(`${message} ${next}`)
  process.exitCode = exitCode
}
