import { eceToolsError } from './ece-tools-errors.js'
import { placeOf, type NewFinding } from './finding-of-cause.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'

/**
 * What ece-tools warned of in a deployment that failed: no cause, but what to look at beside it. Null where it warned of
 * nothing that its reference knows.
 */
export function warningsFinding(entries: readonly LogEntry[]): NewFinding | null {
  const warned = entries.filter(({ level, code }) => level === 'warning' && code !== null)
  const codes = [...new Set(warned.flatMap(({ code }) => code ?? []))].toSorted((a, b) => a - b)
  const known = codes.flatMap((code) => eceToolsError(code) ?? []).filter(({ level }) => level === 'warning')
  const [first] = warned
  if (!first || known.length === 0) return null
  return {
    id: 'ece-tools-warnings',
    title:
      known.length === 1 ? 'ece-tools warned of one thing beside' : `ece-tools warned of ${known.length} things beside`,
    source: first.source,
    ...placeOf(first, first.phase),
    certainty: 'unknown',
    evidence: known.map(({ code, title }) => `${code}: ${title}`).join('\n'),
    meaning: 'Warnings do not stop a deployment; they may point at the same thing.',
    next: known
      .map(({ suggestion }) => suggestion)
      .slice(0, 5)
      .join(' ')
  }
}
