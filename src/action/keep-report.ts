import * as core from '@actions/core'
import type { UpgradeReport } from '../report.js'
import { writeReport } from '../write-report.js'

/** Writes the report and returns its path; a path that cannot be written must not hide how the run ended. */
export async function keepReport(report: UpgradeReport, path: string): Promise<string> {
  try {
    return await writeReport(report, path, process.env['RUNNER_TEMP'])
  } catch (error) {
    core.warning(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}
