import * as core from '@actions/core'
import { upgrade, verify } from '../index.js'
import type { UpgradeReport } from '../report.js'
import { UpgradeError } from '../errors.js'
import { branchOfEvent } from './branch-of-event.js'
import { readInputs } from './inputs.js'
import { createActionLogger } from './action-logger.js'
import { setOutputs } from './outputs.js'
import { stopOnSignals } from '../stop-on-signals.js'
import { writeReport } from '../write-report.js'
import { writeSummary } from './summary.js'

/** The action: inputs in, outputs, summary and report out. The one catch and the one setFailed are here. */
export async function run(command: 'upgrade' | 'verify'): Promise<void> {
  try {
    const options = readInputs(command)
    const branch = await branchOfEvent(process.env)
    const given = command === 'upgrade' && !options.branch && branch !== null ? { ...options, branch } : options
    const tell = command === 'upgrade' ? upgrade : verify
    const context = { logger: createActionLogger(), environment: process.env, signal: stopOnSignals() }
    const report = await tell(given, context)
    await writeSummary(report)
    setOutputs(report, await keepReport(report, options.report ?? ''))
    if (report.error) fail(report.error.message, report.error.next, report.error.exitCode)
  } catch (error) {
    if (error instanceof UpgradeError) fail(error.message, error.next, error.exitCode)
    else core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** Writes the report; a path that cannot be written must not hide how the run ended. */
async function keepReport(report: UpgradeReport, path: string): Promise<string> {
  try {
    return await writeReport(report, path, process.env['RUNNER_TEMP'])
  } catch (error) {
    core.warning(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}

function fail(message: string, next: string, exitCode: number): void {
  core.setFailed(`${message} ${next}`)
  process.exitCode = exitCode
}
