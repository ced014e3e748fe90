import * as core from '@actions/core'
import { renderSummary } from '../render-summary.js'
import type { UpgradeReport } from '../report.js'

// The runner drops a summary above one megabyte without a word.
const limit = 512 * 1024

/** Writes the job summary. A runner without summaries is no reason to fail. */
export async function writeSummary(report: UpgradeReport): Promise<void> {
  const text = renderSummary(report)
  const short = text.length > limit ? `${text.slice(0, limit)}\n\n(cut)\n` : text
  try {
    await core.summary.addRaw(short).write()
  } catch (error) {
    core.info(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
