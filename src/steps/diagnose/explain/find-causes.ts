import { findOffendingPackage, type ClassPackage } from './offending-package.js'
import { phases } from '../../../project/deployment-log/evidence.js'
import { codeOfError } from './ece-tools-errors.js'
import type { FailureRule, RuleContext } from './failure-rule.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import { printedBefore } from './printed-before.js'
import { rules } from './rules.js'

/** Facts about the project besides its logs. */
export interface ProjectFacts {
  readonly packages: readonly ClassPackage[]
  /** Types of the services in the checkout; null if unknown. */
  readonly services: readonly string[] | null
}

/** A rule that matched. */
export interface Cause {
  readonly rule: FailureRule
  readonly entry: LogEntry
  readonly context: RuleContext
  /** Which of the entry's lines matched. */
  readonly index: number
  /** Its line before it was wrapped; null if only a code or a command matched. */
  readonly line: string | null
}

/** The known causes in the entries, each once, by phase and then in the order of the rules. */
export function findCauses(entries: readonly LogEntry[], facts: ProjectFacts): readonly Cause[] {
  const found = rules.flatMap((rule) => findCause(rule, entries, facts) ?? [])
  const traced = found.filter(({ line, rule }) => line !== null && !rule.outcome)
  const kept = found.filter(
    (cause) =>
      !isNoise(cause, traced) && (traced.includes(cause) || !isExplained(cause, [...traced, ...stronger(cause, found)]))
  )
  // Output of a command that was later killed is not why it failed, and old files do not fit the new ones.
  const explains = kept.some(({ rule }) => beforeCompile.has(rule.id))
  const causes = explains ? kept.filter(({ rule }) => rule.id !== 'di-compile-failed') : kept
  return causes.toSorted((a, b) => phases.indexOf(a.context.phase) - phases.indexOf(b.context.phase))
}

const beforeCompile = new Set([
  'killed',
  'out-of-memory',
  'not-marshaled',
  'php-syntax',
  'php-extension-missing',
  'xml-invalid'
])

// Among matches of equal value: a line that certainly ended the phase comes before a mere code, and that before any
// other line.
function stronger(cause: Cause, found: readonly Cause[]): readonly Cause[] {
  const isLine = ({ line }: Cause): boolean => line !== null
  if (!isLine(cause)) return found.filter((other) => isLine(other) && other.entry.certain)
  return cause.entry.certain ? [] : found.filter((other) => !isLine(other) && other.entry.certain)
}

function isExplained({ context }: Cause, traced: readonly Cause[]): boolean {
  return traced.some((other) => other.context.phase === context.phase)
}

// Other matches in the same log did not end the phase.
function isNoise({ entry, context }: Cause, traced: readonly Cause[]): boolean {
  return (
    !entry.certain &&
    traced.some(
      (other) => other.entry.certain && other.entry.source === entry.source && other.context.phase === context.phase
    )
  )
}

function findCause(rule: FailureRule, entries: readonly LogEntry[], facts: ProjectFacts): Cause | null {
  const fitting = entries.filter(({ phase }) => !rule.within || phase === null || rule.within.includes(phase))
  const [sure, other] = [fitting.filter(({ certain }) => certain), fitting.filter(({ certain }) => !certain)]
  const inOrder = rule.sureOnly ? sure : [...sure, ...other]
  for (const entry of inOrder) {
    const cause = rule.trace === null ? null : traceIn(rule, rule.trace, withCommand(entry, entries), facts)
    if (cause !== null) return cause
  }
  const weak = inOrder.find((entry) => isNamed(rule, entry))
  return weak ? causeOf(rule, withOutput(weak, entries), 0, null, facts) : null
}

function traceIn(rule: FailureRule, trace: RegExp, entry: LogEntry, facts: ProjectFacts): Cause | null {
  for (const [index, { text, other }] of entry.lines.entries()) {
    const line = trace.test(text) ? text : other !== text && trace.test(other) ? other : null
    if (line !== null) return causeOf(rule, entry, index, line, facts)
  }
  return null
}

// Tools before 2020 print the output of a command, and name the command in a separate error after it.
function withCommand(entry: LogEntry, entries: readonly LogEntry[]): LogEntry {
  const next = entries[entries.indexOf(entry) + 1]
  const [line] = next?.lines ?? []
  const isIts = next?.level === 'error' && entry.level === 'error' && next.source === entry.source
  if (!isIts || line === undefined || !/Command [^\n]{2,300} returned code \d/.test(line.text)) return entry
  return { ...entry, lines: [...entry.lines, line] }
}

/** The command that failed according to an error of ece-tools; null if it names none. */
export function failedCommand(text: string): string | null {
  const match =
    /The command "(?:\/bin\/bash -c "set -o pipefail; )?([^"|\n]{2,300})|Command ([^\n]{2,300}) returned code \d/.exec(
      text
    )
  return (match?.[1] ?? match?.[2])?.trim() ?? null
}

function isNamed({ codes = [], command }: FailureRule, { level, code, phase, lines }: LogEntry): boolean {
  if (level === 'warning' || level === 'verdict') return false
  const error = level === 'error' ? codeOfError(code, phase) : null
  if (error !== null) return codes.includes(error.code)
  const failed = command === undefined ? null : commandThatFailed(lines.slice(0, 6).map(({ text }) => text))
  return failed !== null && command?.test(failed) === true
}

function commandThatFailed(texts: readonly string[]): string | null {
  return texts.flatMap((text) => (/ failed|returned code/.test(text) ? (failedCommand(text) ?? []) : []))[0] ?? null
}

// An error that only names its command: the command's output is in the entries before.
function withOutput(entry: LogEntry, entries: readonly LogEntry[]): LogEntry {
  const printed = printedBefore(entry, entries)
  return printed.length === 0 ? entry : { ...entry, lines: [...entry.lines, ...printed] }
}

function causeOf(
  rule: FailureRule,
  entry: LogEntry,
  index: number,
  line: string | null,
  { packages, services }: ProjectFacts
): Cause {
  const texts = entry.lines.map(({ text }) => text)
  const around = [line ?? '', ...texts.slice(line === null ? 0 : Math.max(0, index - 5), index + 12)].join('\n')
  const text = [line ?? '', ...texts.slice(0, 60)].join('\n').slice(0, 12_000)
  const context: RuleContext = {
    phase: entry.phase === 'site' ? 'site' : rule.always ? rule.phase : (entry.phase ?? rule.phase),
    culprit: rule.culprit ? findOffendingPackage(around, packages) : null,
    subject: rule.subject?.(line ?? '') ?? rule.subject?.(text) ?? null,
    line: line ?? '',
    text,
    services
  }
  return { rule, entry, index, line, context }
}
