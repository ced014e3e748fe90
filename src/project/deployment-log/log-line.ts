import { lastCharacters } from '../last-characters.js'
import { timeOf } from './scenario-starts.js'

/** One parsed line of a log. */
export interface LogLine {
  /** Without the mark `E:` or `W:`, with the rest of its indentation. */
  readonly text: string
  /** `error` is stderr of a hook (`W:`), `verdict` the platform's own message (`E:`). */
  readonly channel: 'output' | 'error' | 'verdict'
  /** Milliseconds since 1970, if the line begins with a time. */
  readonly at: number | null
  /** The level, if the line begins a log entry; null otherwise. */
  readonly level: 'error' | 'warning' | 'info' | null
  /** The number in brackets after the level. */
  readonly code: number | null
}

// A log is read from its end, where it failed, and very long lines only in part, to bound the time.
const mostCharacters = 3_000_000
const mostLines = 50_000
const longestLine = 2000

/** The lines of a log; of a very long one the last 50,000 in the last three million characters. */
export function readLines(text: string): readonly LogLine[] {
  return lastCharacters(text, mostCharacters).split('\n').slice(-mostLines).map(readLine)
}

const header =
  /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] ?(?:[\w-]{1,40}\.)?(?:(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY):\s?(?:\[(\d{1,4})\])?)?/
// eslint-disable-next-line no-control-regex
const escapes = /\u001b\[[0-9;]{0,12}[A-Za-z]/g

function readLine(raw: string): LogLine {
  // A carriage return within a line is a progress bar that overwrites itself.
  const visible = raw.replace(/\r$/, '')
  const line = visible
    .slice(visible.lastIndexOf('\r') + 1)
    .slice(0, longestLine)
    .replace(escapes, '')
    .trimEnd()
  const mark = /^[ \t]{0,40}([EW]):(?: |$)/.exec(line)
  const text = mark === null ? line : line.slice(mark[0].length)
  const trimmed = text.trimStart()
  const head = header.exec(trimmed)
  return {
    text,
    channel: mark === null ? 'output' : mark[1] === 'E' ? 'verdict' : 'error',
    at: head === null ? null : timeOf(trimmed),
    level: head === null ? null : levelOf(head[1]),
    code: head?.[2] === undefined ? null : Number(head[2])
  }
}

function levelOf(name = 'INFO'): LogLine['level'] {
  if (name === 'WARNING') return 'warning'
  return name === 'DEBUG' || name === 'INFO' || name === 'NOTICE' ? 'info' : 'error'
}
