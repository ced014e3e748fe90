import { redactEvidence } from '../../../secrets/redact-evidence.js'
import { framed } from './cause-rows.js'
import { codeOfError, eceToolsError } from './ece-tools-errors.js'
import type { Evidence, Phase } from '../../../project/deployment-log/evidence.js'
import { deployAgain } from './failure-rule.js'
import { failedCommand, type Cause } from './find-causes.js'
import { placeOf, type NewFinding } from './finding-of-cause.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'
import { rules } from './rules.js'
import { showRows } from './show-rows.js'

/** Errors of ece-tools that no rule covers: each code once, with its entry in the reference. */
export function codedFindings(entries: readonly LogEntry[], causes: readonly Cause[]): readonly NewFinding[] {
  const told = new Set([...rules.flatMap(({ codes = [] }) => codes), ...causes.flatMap(({ entry }) => codesOf(entry))])
  const isTold = (source: string, phase: Phase | null): boolean =>
    causes.some(({ entry, context, line }) => line !== null && entry.source === source && context.phase === phase)
  const seen = new Set<number>()
  return entries.flatMap((entry) => {
    const error = entry.level === 'error' ? codeOfError(entry.code, entry.phase) : null
    if (error === null || told.has(error.code) || seen.has(error.code)) return []
    const { code, title, suggestion } = error
    const phase = entry.phase ?? phaseOfCode(code)
    if (isTold(entry.source, phase)) return []
    seen.add(code)
    const server =
      phase === 'deploy' || phase === 'post-deploy' ? ` On the server: vendor/bin/ece-tools error:show ${code}.` : ''
    return [
      {
        id: `ece-tools-${code}`,
        title: redactEvidence(titleOf(entry, title)),
        source: entry.source,
        ...placeOf(entry, phase),
        certainty: 'sure' as const,
        evidence: showFailure(entry, entries),
        meaning: `${title} (error ${code} of ece-tools).`,
        next: `${suggestion}${server} ${deployAgain({ phase: phase ?? 'deploy' })}`
      }
    ]
  })
}

/** An unrecognised failure: the command, its output, and where to read on. */
export function unknownFinding(entries: readonly LogEntry[], evidence: readonly Evidence[]): NewFinding | null {
  const entry = firstFailure(entries)
  if (entry === null) return silentFailure(entries, evidence)
  const command = failedCommand(entry.rows.slice(0, 3).join('\n'))
  const what = command === null ? '' : `: ${command}`
  const failed = entry.phase === null || entry.phase === 'site' ? 'Something failed' : `The ${entry.phase} phase failed`
  return {
    id: 'unknown',
    title: redactEvidence(`${failed} for an unrecognised reason${what}`),
    source: entry.source,
    ...placeOf(entry, entry.phase),
    certainty: 'unknown',
    evidence: showFailure(entry, entries),
    meaning: 'None of the known causes matches; these are the lines of the failure.',
    next: readOn(entry.source, entry.phase)
  }
}

function codesOf({ code }: LogEntry): readonly number[] {
  return code === null ? [] : [code]
}

function phaseOfCode(code: number): Phase | null {
  const phase = eceToolsError(code)?.phase
  return phase === 'build' || phase === 'deploy' || phase === 'post-deploy' ? phase : null
}

function titleOf({ rows }: LogEntry, fallback: string): string {
  const message = /^(?:\s*\[[^\]\n]{10,40}\] \w+: \[\d+\] |\d+ [\w-]{1,40}\/[^:\n]{1,80}: )([^\n]{1,200})/.exec(
    rows[0] ?? ''
  )
  return message?.[1] ?? fallback
}

// An error of ece-tools is more informative than the platform's verdict after it, and its first error more than the
// last.
function firstFailure(entries: readonly LogEntry[]): LogEntry | null {
  const own = entries.filter(({ phase }) => phase !== 'site')
  const isSkipped = ({ code }: LogEntry): boolean => code === 201
  return (
    own.find((entry) => entry.level === 'error' && !isSkipped(entry)) ??
    own.find(({ level, certain }) => level === 'output' && certain) ??
    own.find(({ level }) => level === 'verdict') ??
    own.find(({ rows, level }) => level !== 'warning' && rows.some((row) => looksFailed.test(row))) ??
    entries.find(({ level, certain }) => level === 'error' || certain) ??
    entries.find(({ rows, level }) => level !== 'warning' && rows.some((row) => looksFailed.test(row))) ??
    null
  )
}

const looksFailed = /CRITICAL|\bERROR\b|Exception|Fatal error|exit code [1-9]|command not found/

// The result of the activity says that it failed, but its log does not say where.
function silentFailure(entries: readonly LogEntry[], evidence: readonly Evidence[]): NewFinding | null {
  const failed = evidence.find(({ activity }) => activity?.result === 'failure')
  if (!failed) return null
  const own = entries.filter(({ source }) => source === failed.source)
  const rows = own.flatMap((entry) => entry.rows).filter((row) => row.trim() !== '')
  const phase = own.findLast((entry) => entry.phase !== null)?.phase ?? null
  return {
    id: 'unknown',
    title: `The deployment failed for an unrecognised reason`,
    source: failed.source,
    ...placeOf({ activity: failed.activity ?? null, at: null }, phase),
    certainty: 'unknown',
    evidence: showRows(rows.slice(-8), 7),
    meaning: 'The platform reports the activity as failed; these are the last lines of its log.',
    next: readOn(failed.source, phase)
  }
}

function showFailure(entry: LogEntry, entries: readonly LogEntry[]): string {
  const texts = entry.lines.map(({ text }) => text)
  const failed = texts.findIndex((text) => looksFailed.test(text))
  const from = entry.level === 'output' && failed < 0 ? texts.length - 1 : Math.max(0, failed)
  return framed(entry, entries, showRows(texts, from))
}

function readOn(source: string, phase: Phase | null): string {
  const onServer =
    phase === 'build' || phase === 'configuration'
      ? ''
      : '; magento-cloud ssh, then var/log/cloud.log and var/log/install_upgrade.log'
  if (source === 'activity log') return `Read the whole log: magento-cloud activity:log${onServer}`
  if (source === 'deploy log') return `Read the whole log: magento-cloud log deploy${onServer}`
  return `Read the whole of ${source}; the deployment's own log: magento-cloud activity:log${onServer}`
}
