import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import type { LogicalLine } from '../../../project/deployment-log/unwrap-lines.js'

/**
 * The last lines that a command printed before an entry that only says that it failed; none for an entry with its own
 * lines. Up to 2002.0, ece-tools writes a line between the two.
 */
export function printedBefore(entry: LogEntry, entries: readonly LogEntry[]): readonly LogicalLine[] {
  const at = entries.indexOf(entry)
  if (entry.level !== 'error' || entry.lines.length > 1 || at < 0) return []
  const before = entries
    .slice(Math.max(0, at - 3), at)
    .filter(({ source, level }) => source === entry.source && level !== 'warning')
    .findLast(({ lines }) => lines.length > 0)
  if (!before || (!before.certain && before.level !== 'error')) return []
  return before.lines.filter(({ text }) => text.trim() !== '').slice(-5)
}
