import { eceToolsError } from './ece-tools-errors.js'
import { placeOf, type NewFinding } from './finding-of-cause.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'

/** Warnings of ece-tools in a failed deployment: not a cause, but worth a look. Null if it logged no known warning. */
export function warningsFinding(entries: readonly LogEntry[]): NewFinding | null {
  const warned = entries.filter(({ level, code }) => level === 'warning' && code !== null)
  const codes = [...new Set(warned.flatMap(({ code }) => code ?? []))].toSorted((a, b) => a - b)
  const known = codes.flatMap((code) => eceToolsError(code) ?? []).filter(({ level }) => level === 'warning')
  const [first] = warned
  if (!first || known.length === 0) return null
  return {
    id: 'ece-tools-warnings',
    title: known.length === 1 ? 'ece-tools also logged one warning' : `ece-tools also logged ${known.length} warnings`,
    source: first.source,
    ...placeOf(first, first.phase),
    certainty: 'unknown',
    evidence: known.map(({ code, title }) => `${code}: ${title}`).join('\n'),
    meaning: 'Warnings do not stop a deployment, but they may have the same cause.',
    next: known
      .map(({ suggestion }) => suggestion)
      .slice(0, 5)
      .join(' ')
  }
}
