import type { Cause } from './find-causes.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import { printedBefore } from './printed-before.js'
import { showRows } from './show-rows.js'

/**
 * The lines that show a cause: the line with its entry; before it, the output of the failed command if the entry itself
 * only says that it failed; and the status with which the platform closed the phase.
 */
export function causeRows({ entry, index, line }: Cause, entries: readonly LogEntry[]): string {
  const texts = entry.lines.map(({ text }, at) => (at === index && line !== null ? line : text))
  const original = entries.find(({ source, rows }) => source === entry.source && rows === entry.rows) ?? entry
  const own = original === entry ? texts : texts.slice(0, original.lines.length)
  return framed(original, entries, showRows(own, index))
}

/** Lines of an entry, preceded by the output of its command and followed by the platform's status. */
export function framed(entry: LogEntry, entries: readonly LogEntry[], shown: string): string {
  const printed = printedBefore(entry, entries).map(({ text }) => text)
  const before = printed.length === 0 ? [] : [showRows(printed, printed.length - 1)]
  const closing = entry.level === 'verdict' ? undefined : closingOf(entry, entries)
  return [...before, shown, ...(closing === undefined ? [] : [showRows(closing.rows.slice(0, 1), 0)])].join('\n')
}

// The platform's own line that closed the phase of an entry, if it has a status.
function closingOf(entry: LogEntry, entries: readonly LogEntry[]): LogEntry | undefined {
  return entries.find(
    ({ source, level, phase, rows }) =>
      source === entry.source && level === 'verdict' && phase === entry.phase && /status code \d/.test(rows[0] ?? '')
  )
}
