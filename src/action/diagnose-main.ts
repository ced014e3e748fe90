import * as core from '@actions/core'
import { UpgradeError } from '../errors.js'
import { diagnose } from '../index.js'
import type { UpgradeReport } from '../report.js'
import { stopOnSignals } from '../stop-on-signals.js'
import { writeReport } from '../write-report.js'
import { createActionLogger } from './action-logger.js'
import { readInputs } from './inputs.js'
import { setOutputs } from './outputs.js'
import { writeSummary } from './summary.js'

/** Where the report lies; empty where it cannot be written, which must not hide what was found. */
async function keepReport(report: UpgradeReport, path: string): Promise<string> {
  try {
    return await writeReport(report, path, process.env['RUNNER_TEMP'])
  } catch (error) {
    core.warning(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}

try {
  const options = readInputs('diagnose')
  const context = { logger: createActionLogger(), environment: process.env, signal: stopOnSignals() }
  const report = await diagnose(options, context)
  await writeSummary(report)
  setOutputs(report, await keepReport(report, options.report ?? ''))
  for (const { title, meaning, next } of report.findings) core.warning(`${meaning} ${next}`, { title })
  if (report.error) {
    core.setFailed(`${report.error.message} ${report.error.next}`)
    process.exitCode = report.error.exitCode
  }
} catch (error) {
  core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (error instanceof UpgradeError) process.exitCode = error.exitCode
}
