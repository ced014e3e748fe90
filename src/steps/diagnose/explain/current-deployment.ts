import { lastCharacters } from '../../../project/last-characters.js'
import { entriesSince, sinceLastScenario } from './log-cut.js'
import { lastDeployment, timeOf } from '../../../project/deployment-log/scenario-starts.js'
import type { Evidence } from '../../../project/deployment-log/evidence.js'
import { isUpgradeLog } from '../../../project/deployment-log/log-entry.js'

// Clocks of the platform and of its nodes agree to within a few seconds; a deployment takes longer than this.
const slack = 60_000
const most = 3_000_000

/**
 * Keeps only texts of the last deployment that any of them shows; others explain an older one. Of the shop's own logs,
 * lines written since then are kept; a text without times is kept.
 */
export function currentDeployment(evidence: readonly Evidence[]): readonly Evidence[] {
  const texts = evidence.map((one) =>
    one.kind === 'log' ? { ...one, text: lastPart(lastCharacters(one.text, most)) } : one
  )
  const spans = texts.map((one) => (one.kind === 'log' ? spanOf(one) : null))
  const newest = (key: 'built' | 'deployed'): number =>
    spans.reduce((latest, span) => Math.max(latest, span?.[key] ?? -Infinity), -Infinity)
  const [built, deployed] = [newest('built'), newest('deployed')]
  const isCurrent = (span: Span | null | undefined): boolean => !span || !isOlder(span, built, deployed)
  const starts = spans.filter(isCurrent).flatMap((span) => [span?.built ?? Infinity, span?.deployed ?? Infinity])
  const start = starts.reduce((first, one) => Math.min(first, one), Infinity)
  return texts.flatMap((one, index) => {
    if (one.kind === 'site-log') return Number.isFinite(start) ? since(one, start) : [one]
    return isCurrent(spans[index]) ? [one] : []
  })
}

interface Span {
  /** Start of its build, in milliseconds since 1970; null if it does not say. */
  readonly built: number | null
  readonly deployed: number | null
  /** Of a post-deploy log or a block of install_upgrade.log. */
  readonly other: number | null
}

// An activity is one deployment; the logs on a server contain all of them, one after the other.
function lastPart(text: string): string {
  if (isUpgradeLog(text)) return lastBlock(text)
  const activity = lastIndex(text, /^[ \t]{0,20}(?:Processing activity|Found \d+ new commits?\b)/gm)
  if (activity !== null) return text.slice(activity)
  return /^[ \t]{0,20}(?:Building application|Re-?deploying environment|Deploying applications)/m.test(text)
    ? text
    : sinceLastScenario(text)
}

function lastBlock(text: string): string {
  return text.slice(lastIndex(text, /^Updating time: /gm) ?? 0)
}

function lastIndex(text: string, pattern: RegExp): number | null {
  return [...text.matchAll(pattern)].at(-1)?.index ?? null
}

function spanOf({ text, activity }: Evidence): Span {
  const start = activity?.startedAt ?? null
  if (isUpgradeLog(text)) {
    const time = Date.parse(/^Updating time: ([^\n]{1,60})/m.exec(text)?.[1] ?? '')
    return { built: null, deployed: null, other: Number.isNaN(time) ? null : time }
  }
  const last = lastDeployment(text)
  if (last === null) return { built: start, deployed: null, other: start === null ? firstTime(text) : null }
  const builds = last.firstPhase !== 'deploy'
  return {
    built: start ?? (builds ? last.at : null),
    deployed: last.phase === 'deploy' ? last.phaseAt : null,
    other: null
  }
}

function firstTime(text: string): number | null {
  const stamp = /^[ \t]{0,20}(\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\])/m.exec(text)
  return timeOf(stamp?.[1] ?? '')
}

function isOlder({ built, deployed, other }: Span, newestBuild: number, newestDeploy: number): boolean {
  const begun = Math.max(built ?? -Infinity, deployed ?? -Infinity, other ?? -Infinity)
  if (!Number.isFinite(begun)) return false
  if (begun < newestBuild - slack) return true
  return built === null && begun < newestDeploy - slack
}

function since(one: Evidence, start: number): readonly Evidence[] {
  const text = entriesSince(one.text, start)
  return text === '' ? [] : [{ ...one, text }]
}
