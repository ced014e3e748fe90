import type { UpgradeReport } from '../report/report.js'
import { composeReport, newRunState } from './run-state.js'
import type { Secret } from '../secrets/secret.js'
import { unexpectedError } from './unexpected-error.js'

/** The report of a run that ended before its story began, or that no story could tell; every text without `secrets`. */
export function failedReport(thrown: unknown, secrets: readonly Secret[]): UpgradeReport {
  return composeReport(newRunState({}), [], 0, unexpectedError(thrown), secrets)
}
