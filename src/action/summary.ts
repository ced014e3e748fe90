import * as core from '@actions/core'
import { neutralise } from './action-logger.js'
import { renderSummary } from '../report/render-summary.js'
import type { UpgradeReport } from '../report/report.js'

// The runner silently drops a summary above one megabyte.
const limit = 512 * 1024

/** Writes the job summary. A runner without summaries does not fail the run. */
export async function writeSummary(report: UpgradeReport): Promise<void> {
  try {
    await core.summary.addRaw(fit(renderSummary(report))).write()
  } catch (error) {
    core.summary.emptyBuffer()
    const reason = error instanceof Error ? error.message : String(error)
    core.info(neutralise(`The job summary could not be written: ${reason}`))
  }
}

/** The runner counts bytes. Blocks left open by the cut are closed, so that the last line is visible. */
function fit(text: string): string {
  if (Buffer.byteLength(text) <= limit) return text
  const head = Buffer.from(text).subarray(0, limit).toString()
  const whole = head.slice(0, head.lastIndexOf('\n'))
  const fences = whole.match(/^\s*```/gm) ?? []
  const open = whole.split('<details>').length - whole.split('</details>').length
  const end = [...(fences.length % 2 === 1 ? ['```'] : []), ...Array.from({ length: open }, () => '</details>')]
  return `${[whole, ...end].join('\n')}\n\n(cut: the report holds all of it)\n`
}
