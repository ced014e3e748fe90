import { renderText } from '../report/render-text.js'
import type { UpgradeReport } from '../report/report.js'
import { inCommandLineWords } from './command-line-words.js'
import { wrapText } from './wrap-text.js'

/** Prints a report on stdout in the words of the command line: as wide as a terminal, unwrapped elsewhere. */
export function printReport(report: UpgradeReport): void {
  const text = renderText(inCommandLineWords(report))
  const { isTTY, columns } = process.stdout
  process.stdout.write(`\n${isTTY && columns > 0 ? wrapText(text, columns) : text}`)
}
