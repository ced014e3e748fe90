import { parseCloudErrorLog, type CloudError } from '../../../project/cloud-error-log.js'
import { lastCharacters } from '../../../project/last-characters.js'
import { redactEvidence } from '../../../secrets/redact-evidence.js'
import type { Evidence, Phase } from '../../../project/deployment-log/evidence.js'
import { eceToolsError } from './ece-tools-errors.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import { unwrapLines } from '../../../project/deployment-log/unwrap-lines.js'

/** The entries of cloud.error.log (or of the output of `ece-tools error:show -j`), each code once. */
export function codedEntries({ source, text, activity }: Evidence): readonly LogEntry[] {
  const { errors } = parseCloudErrorLog(lastCharacters(text, 3_000_000))
  const seen = new Set<number>()
  return errors
    .filter(({ code }) => !seen.has(code) && seen.add(code))
    .map((error) => {
      const said = redactEvidence(`${error.code} ${error.stage}/${error.step ?? '?'}: ${error.title}`)
      const rows = said.slice(0, 20_000).split('\n')
      return {
        source,
        activity: activity ?? null,
        phase: phaseOf(error),
        at: null,
        level: isWarning(error) ? 'warning' : 'error',
        code: error.code,
        rows,
        lines: isWarning(error) ? [] : unwrapLines(rows),
        certain: !isWarning(error)
      }
    })
}

// A lost database is logged with the number of its driver, which ece-tools mistakes for that of a warning.
function isWarning({ type, title }: CloudError): boolean {
  return type === 'warning' && !title.includes('SQLSTATE[')
}

function phaseOf({ stage, code }: CloudError): Phase | null {
  if (stage.includes('post')) return 'post-deploy'
  if (stage === 'build' || stage === 'deploy') return stage
  const phase = eceToolsError(code)?.phase
  return phase === 'build' || phase === 'deploy' || phase === 'post-deploy' ? phase : null
}
