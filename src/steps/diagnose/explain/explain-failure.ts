import type { Finding } from '../../../report/report.js'
import { boundLines } from '../../../project/bound-lines.js'
import { codedEntries } from './coded-entries.js'
import { currentDeployment } from './current-deployment.js'
import { phases, type Evidence } from '../../../project/deployment-log/evidence.js'
import { findCauses } from './find-causes.js'
import { findingOfCause, type NewFinding } from './finding-of-cause.js'
import { readEntries, type LogEntry } from '../../../project/deployment-log/log-entry.js'
import { isSiteUnchanged } from './site-unchanged.js'
import { codedFindings, unknownFinding } from './unknown-failure.js'
import { warningsFinding } from './warnings-finding.js'
import type { ClassPackage } from './offending-package.js'
import { findLeftovers } from './leftovers.js'
import { redactEvidence } from '../../../secrets/redact-evidence.js'

export type { Evidence } from '../../../project/deployment-log/evidence.js'

/**
 * Explains a failure by the messages of the last deployment: its causes in the order in which they take effect, then
 * what the shop reports about itself, then what the deployment left behind. Each cause is listed once; an unknown
 * failure is quoted. `packages` names the extension that a class belongs to, `services` are the types of
 * .magento/services.yaml.
 */
export function explainFailure(
  evidence: readonly Evidence[],
  packages: readonly ClassPackage[] = [],
  services: readonly string[] | null = null
): readonly Finding[] {
  const current = currentDeployment(evidence).map(readable)
  const entries = reached(current.flatMap(entriesOf))
  const causes = findCauses(entries, { packages, services })
  const coded = codedFindings(entries, causes)
  const known = [...causes.map((cause) => findingOfCause(cause, entries)), ...coded]
  const told = known.filter(({ id }) => id !== 'ece-tools-201' || known.length === 1)
  const unknown = hasDeploymentCause(told) ? null : unknownFinding(entries, current)
  const failure = byPhase([...told, ...(unknown === null || isOnlySite(unknown, told) ? [] : [unknown])])
  const warnings = failure.some(({ phase }) => phase !== 'site') ? warningsFinding(entries) : null
  const unchanged = isSiteUnchanged(entries)
  return ranked([
    ...fresh(failure).map((finding) => (unchanged && isEarly(finding) ? { ...finding, siteUnchanged: true } : finding)),
    ...findLeftovers(evidence),
    ...(warnings === null ? [] : [warnings])
  ])
}

// Redacted before any cut: half of a token would not be recognised.
function readable(one: Evidence): Evidence {
  const isText = one.kind !== 'error-log' && one.kind !== 'flag'
  return isText ? { ...one, text: boundLines(redactEvidence(one.text)) } : one
}

function entriesOf(evidence: Evidence): readonly LogEntry[] {
  if (evidence.kind === 'flag') return []
  return evidence.kind === 'error-log' ? codedEntries(evidence) : readEntries(evidence)
}

// If the deploy phase has started, the build succeeded: only entries that it called an error itself still count.
function reached(entries: readonly LogEntry[]): readonly LogEntry[] {
  const deployed = entries.some(({ phase }) => phase === 'deploy' || phase === 'post-deploy')
  return deployed ? entries.filter(({ phase, certain }) => certain || phase !== 'build') : entries
}

function hasDeploymentCause(findings: readonly NewFinding[]): boolean {
  return findings.some(({ phase }) => phase !== 'site')
}

function isOnlySite({ phase }: NewFinding, told: readonly NewFinding[]): boolean {
  return phase === 'site' && told.length > 0
}

function isEarly({ phase }: NewFinding): boolean {
  return phase === 'configuration' || phase === 'build'
}

function byPhase(findings: readonly NewFinding[]): readonly NewFinding[] {
  const place = ({ phase }: NewFinding): number => (phase === null ? phases.length : phases.indexOf(phase))
  return findings.toSorted((a, b) => place(a) - place(b))
}

// Evidence of an earlier finding is not repeated.
function fresh(findings: readonly NewFinding[]): readonly NewFinding[] {
  return findings.map((finding, index) => {
    const told = new Set(findings.slice(0, index).flatMap(({ evidence }) => evidence.split('\n')))
    const lines = finding.evidence.split('\n').filter((line) => !told.has(line))
    return lines.length === 0 ? finding : { ...finding, evidence: lines.join('\n') }
  })
}

function ranked(findings: readonly NewFinding[]): readonly Finding[] {
  return findings.map((finding, index) => ({ ...finding, rank: index + 1 }))
}
