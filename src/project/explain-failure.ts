import type { Finding } from '../report.js'
import { explainCloudError, type CloudError } from './cloud-error-log.js'
import { codedErrors, phaseOf, type CodedError } from './coded-errors.js'
import { parseOutdatedModules } from './error-report.js'
import { failurePhases, failureRules, type FailureRule } from './failure-rules.js'
import { boundLines } from './bound-lines.js'
import { findCulprit, type ClassPackage } from './find-culprit.js'
import { findLeftBehind } from './left-behind.js'
import { sinceLastScenario } from './log-cut.js'
import { evidenceAt, excerpt, linesBefore } from './log-excerpt.js'
import { redactEvidence } from './redact-evidence.js'

/** A text to look for causes in. */
export interface Evidence {
  /** Name of the file or log, e.g. `var/log/cloud.log on 1.ent-…`. */
  readonly source: string
  /** `error-log` is ece-tools' cloud.error.log; a `report` is an error as a whole, a `log` may hold one. */
  readonly kind: 'log' | 'report' | 'error-log' | 'flag'
  readonly text: string
}

/**
 * Explains a failure: causes in the order in which they take effect, then what they left behind. Each cause once;
 * what nobody knows is shown as it stands. `packages` names the extension that a class belongs to.
 */
export function explainFailure(
  evidence: readonly Evidence[],
  packages: readonly ClassPackage[] = []
): readonly Finding[] {
  const texts = evidence.map(readable)
  const coded = codedErrors(texts)
  const found = failureRules.flatMap((rule) => {
    const finding = findCause(rule, texts, coded, packages)
    return finding ? [{ phase: rule.phase, finding }] : []
  })
  const known = found.filter((cause) => !isOutcome(cause, found))
  const covered = new Set(failureRules.flatMap(({ codes }) => codes))
  const others = coded
    .filter(({ entry }) => !covered.has(entry.code) && !isOnlySkipped(entry, known.length + coded.length))
    .map((error) => ({ phase: phaseOf(error.entry), finding: codedFinding(error) }))
  const causes = failurePhases.flatMap((phase) =>
    [...known, ...others].filter((cause) => cause.phase === phase).map(({ finding }) => finding)
  )
  const shown = causes.map((finding, index) => ({
    ...finding,
    evidence: freshEvidence(finding, causes.slice(0, index))
  }))
  return [...shown, ...(causes.length === 0 ? unknownFindings(texts) : []), ...findLeftBehind(texts)]
}

// Redacted before anything is cut out of it: of a token that is cut in two, nobody would know the first half.
function readable(one: Evidence): Evidence {
  if (one.kind === 'log') return { ...one, text: boundLines(redactEvidence(sinceLastScenario(one.text))) }
  return one.kind === 'report' ? { ...one, text: boundLines(redactEvidence(one.text)) } : one
}

// What stands in the evidence of an earlier finding is not repeated.
function freshEvidence({ evidence }: Finding, before: readonly Finding[]): string {
  const told = new Set(before.flatMap((finding) => finding.evidence.split('\n')))
  const fresh = evidence.split('\n').filter((line) => !told.has(line))
  return fresh.length === 0 ? evidence : fresh.join('\n')
}

interface Cause {
  readonly phase: FailureRule['phase']
  readonly finding: Finding
}

// A build that lacked memory or space did not fail for its code: what it printed is the evidence of both.
function isOutcome({ phase, finding }: Cause, found: readonly Cause[]): boolean {
  const resources = failureRules.filter((rule) => rule.phase === 'resource')
  return (
    phase === 'build' &&
    resources.some(({ id, trace }) => found.some((other) => other.finding.id === id) && trace.test(finding.evidence))
  )
}

// That post-deploy did not run says nothing where it is known why.
function isOnlySkipped({ code }: CloudError, causes: number): boolean {
  return code === 201 && causes > 1
}

function findCause(
  rule: FailureRule,
  texts: readonly Evidence[],
  coded: readonly CodedError[],
  packages: readonly ClassPackage[]
): Finding | null {
  for (const { kind, source, text } of texts) {
    const match = kind === 'log' || kind === 'report' ? rule.trace.exec(text) : null
    if (match) return findingOf(rule, { source, at: match.index, text }, packages)
  }
  const error = coded.find(({ entry }) => rule.codes.includes(entry.code))
  return error ? findingOf(rule, { source: error.source, at: 0, text: told(error.entry) }, packages) : null
}

function findingOf(
  rule: FailureRule,
  { source, at, text }: { readonly source: string; readonly at: number; readonly text: string },
  packages: readonly ClassPackage[]
): Finding {
  const around = linesBefore(text, at) + excerpt(text, at)
  const culprit = rule.culprit ? findCulprit(around, packages) : null
  const subject = (rule.subject?.exec(excerpt(text, at)) ?? rule.subject?.exec(around))?.[0]
  const title = culprit === null ? rule.title : rule.title.replace('an extension', culprit)
  const modules = rule.id.startsWith('database-') ? parseOutdatedModules(text) : []
  return {
    id: rule.id,
    title: subject === undefined ? title : `${title}: ${redactEvidence(subject)}`,
    source,
    evidence: redactEvidence(evidenceAt(text, at)),
    meaning: rule.meaning,
    next: nextFor(rule, culprit, subject),
    ...(modules.length > 0 && { modules: [...modules] })
  }
}

function nextFor({ next }: FailureRule, culprit: string | null, subject = ''): string {
  if (culprit?.startsWith('app/code/')) return `Adapt the module, or git rm -r ${culprit}; commit, and git push.`
  const patch = subject.endsWith('.patch') ? subject : '<patch>'
  return next.replaceAll('{culprit}', culprit?.includes('/') ? culprit : '<package>').replaceAll('{patch}', patch)
}

function codedFinding({ source, entry }: CodedError): Finding {
  const meaning = explainCloudError(entry.code)?.meaning ?? `ece-tools stopped in the ${phaseOf(entry)} phase`
  return {
    id: `ece-tools-${entry.code}`,
    title: redactEvidence(entry.title),
    source,
    evidence: redactEvidence(told(entry)),
    meaning: `${meaning}.`,
    next: `${helpFor(entry)} On the server: vendor/bin/ece-tools error:show ${entry.code}.`
  }
}

function told({ code, stage, step, title }: CloudError): string {
  return `${code} ${stage}/${step ?? '?'}: ${title}`
}

function helpFor({ code, suggestion }: CloudError): string {
  const help = suggestion === null || suggestion === '' ? explainCloudError(code)?.help : suggestion
  return redactEvidence(help ?? 'Read what it says of itself.')
}

function unknownFindings(texts: readonly Evidence[]): readonly Finding[] {
  for (const { kind, source, text } of texts) {
    const match = kind === 'error-log' || kind === 'flag' ? null : firstError[kind].exec(text)
    if (!match) continue
    const meaning = 'None of the known causes: this is the first error in there, as it stands.'
    const evidence = redactEvidence(evidenceAt(text, match.index))
    return [
      { id: 'unknown', title: 'An error that is not known here', source, evidence, meaning, next: readOn(source) }
    ]
  }
  return []
}

function readOn(source: string): string {
  if (source === 'activity log') return 'Read the whole of it: magento-cloud activity:log'
  if (source === 'deploy log') return 'Read the whole of it: magento-cloud log deploy'
  return `Read the whole of ${source}: magento-cloud ssh; the deployment's own log: magento-cloud log deploy`
}

const firstError = { log: /^.*(?:CRITICAL|\bERROR\b|Exception|Fatal error|^E: ).*$/m, report: /\S.*/ }
