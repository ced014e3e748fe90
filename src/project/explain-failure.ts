import type { Finding } from '../report.js'
import { explainCloudError, parseCloudErrorLog, type CloudError } from './cloud-error-log.js'
import { parseOutdatedModules } from './error-report.js'
import { failureRules, type FailureRule } from './failure-rules.js'
import { sinceLastScenario } from './log-cut.js'
import { redactEvidence } from './redact-evidence.js'

/** A text to look for causes in. */
export interface Evidence {
  /** Name of the file or log, e.g. `var/log/cloud.log on 1.ent-…`. */
  readonly source: string
  /** `error-log` is ece-tools' cloud.error.log; a `report` is an error as a whole, a `log` may hold one. */
  readonly kind: 'log' | 'report' | 'error-log' | 'flag'
  readonly text: string
}

/** Explains a failure: causes first, then what they brought about, then what nobody knows. Each cause once. */
export function explainFailure(evidence: readonly Evidence[]): readonly Finding[] {
  const texts = evidence.map((one) => ({ ...one, text: one.kind === 'log' ? sinceLastScenario(one.text) : one.text }))
  const known = failureRules.flatMap((rule) => firstFinding(texts, rule) ?? [])
  const coded = codedFindings(texts)
  const causes = [...known, ...coded]
  const unknown = causes.length === 0 ? unknownFindings(texts) : []
  return [...causes, ...unknown, ...stateFindings(texts)]
}

function firstFinding(texts: readonly Evidence[], rule: FailureRule): Finding | null {
  for (const { kind, source, text } of texts) {
    if (kind === 'flag') continue
    if (kind !== 'error-log') {
      const match = rule.trace.exec(text)
      if (match) return findingOf(rule, source, excerpt(text, match.index), text)
      continue
    }
    const entry = parseCloudErrorLog(text).errors.find(({ code }) => rule.codes.includes(code))
    if (entry) return findingOf(rule, source, told(entry), text)
  }
  return null
}

function findingOf(rule: FailureRule, source: string, evidence: string, text: string): Finding {
  const { id, meaning, next } = rule
  const subject = rule.subject?.exec(evidence)?.[0]
  const title = subject === undefined ? rule.title : `${rule.title}: ${subject}`
  const modules = rule.id.startsWith('database-') ? parseOutdatedModules(text) : []
  const finding = { id, title, source, evidence: redactEvidence(evidence), meaning, next }
  return modules.length === 0 ? finding : { ...finding, modules: [...modules] }
}

function codedFindings(texts: readonly Evidence[]): readonly Finding[] {
  const covered = new Set(failureRules.flatMap(({ codes }) => codes))
  const findings = texts
    .filter(({ kind }) => kind === 'error-log')
    .flatMap(({ source, text }) => parseCloudErrorLog(text).errors.map((entry) => ({ source, entry })))
    .filter(({ entry }) => entry.type === 'critical' && !covered.has(entry.code))
    .map(({ source, entry }) => ({
      id: `ece-tools-${entry.code}`,
      title: redactEvidence(entry.title),
      source,
      evidence: redactEvidence(told(entry)),
      meaning: explainCloudError(entry.code)?.meaning ?? `ece-tools stopped in the ${entry.stage} phase.`,
      next: helpFor(entry)
    }))
  return findings.filter(({ id }, index) => findings.findIndex((other) => other.id === id) === index)
}

function told({ code, stage, step, title }: CloudError): string {
  return `${code} ${stage}/${step ?? '?'}: ${title}`
}

function helpFor({ code, suggestion }: CloudError): string {
  const help = suggestion === null || suggestion === '' ? explainCloudError(code)?.help : suggestion
  return redactEvidence(help ?? `On the server: vendor/bin/ece-tools error:show ${code}`)
}

function unknownFindings(texts: readonly Evidence[]): readonly Finding[] {
  for (const { kind, source, text } of texts) {
    const match = kind === 'error-log' || kind === 'flag' ? null : firstError[kind].exec(text)
    if (!match) continue
    const meaning = 'None of the known causes: this is the first error in there, as it stands.'
    const next = `Read the whole of ${source}.`
    const evidence = redactEvidence(excerpt(text, match.index))
    return [{ id: 'unknown', title: 'An error that is not known here', source, evidence, meaning, next }]
  }
  return []
}

const firstError = { log: /^.*(?:CRITICAL|\bERROR\b|Exception|Fatal error|^E: ).*$/m, report: /\S.*/ }

function stateFindings(texts: readonly Evidence[]): readonly Finding[] {
  const flags = texts.filter(({ kind }) => kind === 'flag')
  return states.flatMap(({ file, ...finding }) => {
    const flag = flags.find(({ text }) => text === file)
    return flag ? [{ ...finding, source: flag.source, evidence: file }] : []
  })
}

const states = [
  {
    file: 'var/.deploy_is_failed',
    id: 'deploy-failed-flag',
    title: 'The last deployment is marked as failed',
    meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
    next: 'Mend the cause above; the mark goes away with the next deployment.'
  },
  {
    file: 'var/.maintenance.flag',
    id: 'maintenance-on',
    title: 'The site is closed for maintenance',
    meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
    next: 'After the cause is mended, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
  }
]

function excerpt(text: string, at: number): string {
  return text.slice(at).split('\n').slice(0, 8).join('\n').slice(0, 800).trim()
}
