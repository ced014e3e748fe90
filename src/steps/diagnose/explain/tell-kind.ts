import { parseErrorReport } from './error-report.js'
import { parseCloudErrorLog } from '../../../project/cloud-error-log.js'
import type { Evidence } from '../../../project/deployment-log/evidence.js'

/** A text as evidence; its kind is recognised from its content, whatever its name. */
export function toEvidence(source: string, text: string): Evidence {
  const report = parseErrorReport(text, source)
  if (report !== null) return { source, kind: 'report', text: report.message }
  return { source, kind: kindOf(text), text }
}

function kindOf(text: string): Evidence['kind'] {
  const start = text.trimStart().slice(0, 2000)
  if (start.startsWith('{') && start.includes('"errorCode"') && parseCloudErrorLog(text).errors.length > 0)
    return 'error-log'
  // Monolog of the shop names its channel, that of ece-tools does not.
  return /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] [\w-]{1,40}\.(?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /m.test(
    start
  )
    ? 'site-log'
    : 'log'
}
