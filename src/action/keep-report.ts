import type { UpgradeReport } from '../report/report.js'
import { writeReport } from '../run/write-report.js'
import type { Annotations } from './annotations.js'

/** Writes the report and returns its path; a failure to write must not hide the result of the run. */
export async function keepReport(
  report: UpgradeReport,
  path: string,
  { warn }: Pick<Annotations, 'warn'>
): Promise<string> {
  try {
    return await writeReport(report, path, process.env['RUNNER_TEMP'])
  } catch (error) {
    warn(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}
