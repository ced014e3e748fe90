import type { ActivityFacts, Evidence, Phase } from './evidence.js'
import { readLines, type LogLine } from './log-line.js'
import { titleOf, type Title } from './phase-titles.js'
import { unwrapLines, type LogicalLine } from './unwrap-lines.js'

/** An entry of a log: its first line and the lines that belong to it. */
export interface LogEntry {
  readonly source: string
  readonly activity: ActivityFacts | null
  /** Null if the text does not say in which phase it was printed. */
  readonly phase: Phase | null
  /** Milliseconds since 1970, of the entry itself or else the last time before it. */
  readonly at: number | null
  /** `verdict` is the platform's own message, `output` a command's output, `title` the platform's name of a step. */
  readonly level: 'error' | 'warning' | 'info' | 'verdict' | 'output' | 'title'
  readonly code: number | null
  /** Its lines as printed. */
  readonly rows: readonly string[]
  /** Its unwrapped lines, without the first one if that only announces a step. */
  readonly lines: readonly LogicalLine[]
  /** Whether it is, or directly precedes, the error that ended a phase. */
  readonly certain: boolean
}

/** The entries of one text, in order. */
export function readEntries(evidence: Evidence): readonly LogEntry[] {
  const site = evidence.kind === 'site-log' || evidence.kind === 'report'
  let phase: Phase | null = site ? 'site' : evidence.kind === 'log' && isUpgradeLog(evidence.text) ? 'deploy' : null
  let at: number | null = null
  const groups: Group[] = []
  for (const line of readLines(evidence.text)) {
    const title = site || line.channel !== 'output' ? null : titleOf(line.text)
    phase = title?.phase ?? phase
    at = line.at ?? at
    const last = groups.at(-1)
    if (last && !begins(line, title, last)) last.lines.push(line)
    else groups.push({ lines: [line], phase, at, title })
  }
  return markCertain(groups.map((group) => entryOf(group, evidence)))
}

/** Whether a text is var/log/install_upgrade.log: what setup:upgrade prints, without times. */
export function isUpgradeLog(text: string): boolean {
  const start = text.slice(0, 20_000)
  return (
    /^(?:Updating time: |Cache types config flushed successfully|Schema creation\/updates:)/m.test(start) &&
    !/^[ \t]{0,20}\[\d{4}-\d\d-\d\d/m.test(start)
  )
}

interface Group {
  readonly lines: LogLine[]
  readonly phase: Phase | null
  readonly at: number | null
  readonly title: Title | null
}

// A command's output after a warning does not belong to the warning.
const ofCommand =
  /^\s{0,40}(?:Module '\w{1,100}':|Schema (?:creation|post-updates)|Data (?:install|post-updates)|Running (?:data|schema|recurring)|PHP (?:Fatal|Parse) error|In [\w.]{1,80} line \d+:$)/i

// The lines after the platform's verdict explain it; a hook's stderr is a separate text.
function begins(line: LogLine, title: Title | null, last: Group): boolean {
  if (line.level !== null || title !== null || line.channel === 'verdict') return true
  if (line.text.trim() === '') return false
  if (last.lines[0]?.level === 'warning' && ofCommand.test(line.text)) return true
  const channel = last.lines[0]?.channel
  if (channel === 'verdict' && line.channel === 'output') return false
  return channel !== line.channel || (channel === 'error' && /^\s{0,40}In [\w.]{1,80} line \d+:$/.test(line.text))
}

function entryOf({ lines, phase, at, title }: Group, { source, kind, activity }: Evidence): LogEntry {
  const [first] = lines
  const level =
    first?.channel === 'verdict' ? 'verdict' : (first?.level ?? (title === null ? ('output' as const) : 'title'))
  const rows = lines.map(({ text }) => text)
  return {
    source,
    activity: activity ?? null,
    phase,
    at,
    level,
    code: first?.code ?? null,
    rows,
    lines: level === 'warning' ? [] : linesOf(level, first?.level != null, rows),
    certain: kind === 'report' || kind === 'state'
  }
}

// The first line of an entry is separate; one that only announces a step is no evidence.
function linesOf(level: LogEntry['level'], hasHead: boolean, rows: readonly string[]): readonly LogicalLine[] {
  if (level === 'info' || level === 'title') return unwrapLines(['', ...rows.slice(1)])
  if (!hasHead) return unwrapLines(rows)
  const head = rows[0] ?? ''
  return [{ text: head, other: head, first: 0 }, ...unwrapLines(['', ...rows.slice(1)])]
}

// From each error back to the entry that began the failed command.
function markCertain(entries: readonly LogEntry[]): readonly LogEntry[] {
  const certain = new Set<number>()
  entries.forEach(({ level, phase }, index) => {
    if ((level !== 'error' && level !== 'verdict') || phase === 'site') return
    certain.add(index)
    for (let before = index - 1; before >= 0; before -= 1) {
      const entry = entries[before]
      if (!entry || certain.has(before) || entry.level === 'warning' || entry.level === 'error') break
      certain.add(before)
      if (entry.level !== 'output') break
    }
  })
  return entries.map((entry, index) => (certain.has(index) ? { ...entry, certain: true } : entry))
}
