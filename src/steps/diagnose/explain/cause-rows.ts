import type { Cause } from './find-causes.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import { printedBefore } from './printed-before.js'
import { showRows } from './show-rows.js'

/**
 * The lines that show a cause: its entry around the line, before it what the failed command had printed where the entry
 * itself says no more than that it failed, and the status that the platform closed the phase with.
 */
export function causeRows({ entry, index, line }: Cause, entries: readonly LogEntry[]): string {
  const texts = entry.lines.map(({ text }, at) => (at === index && line !== null ? line : text))
  const original = entries.find(({ source, rows }) => source === entry.source && rows === entry.rows) ?? entry
  const own = original === entry ? texts : texts.slice(0, original.lines.length)
  return framed(original, entries, showRows(own, index))
}

/** Lines of an entry with what its command had printed before it, and the platform's status after it. */
export function framed(entry: LogEntry, entries: readonly LogEntry[], shown: string): string {
  const printed = printedBefore(entry, entries).map(({ text }) => text)
  const before = printed.length === 0 ? [] : [showRows(printed, printed.length - 1)]
  const closing = entry.level === 'verdict' ? undefined : closingOf(entry, entries)
  return [...before, shown, ...(closing === undefined ? [] : [showRows(closing.rows.slice(0, 1), 0)])].join('\n')
}

// The platform's own line that closed the phase of an entry, where it has a status.
function closingOf(entry: LogEntry, entries: readonly LogEntry[]): LogEntry | undefined {
  return entries.find(
    ({ source, level, phase, rows }) =>
      source === entry.source && level === 'verdict' && phase === entry.phase && /status code \d/.test(rows[0] ?? '')
  )
}
