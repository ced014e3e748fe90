import type { Problem } from '../../errors.js'
import type { Audit } from './audit-lock.js'
import type { PlanNote } from './plan-notes.js'

const mostNamed = 20
// A repository's text is shown only if it is a package name.
const shown = /^[a-z0-9][\w./-]{0,199}$/i

/** The packages of the new lock in which an audit finds problems; see {@link auditGaps} for what it does not know. */
export function auditProblems(audit: Audit): readonly Problem[] {
  if ('unknown' in audit) return []
  const { advisories, refused } = audit
  const ids = new Map<string, readonly string[]>()
  for (const { package: name, id } of advisories) ids.set(name, [...(ids.get(name) ?? []), plain(id)])
  const named = [...ids].map(([name, found]) => `${plain(name)} (${[...new Set(found)].slice(0, 5).join(', ')})`)
  return [
    ...(refused.length === 0 ? [] : [malware(listed(refused.map(plain)))]),
    ...(named.length === 0 ? [] : [vulnerable(listed(named))])
  ]
}

/**
 * A note that the vulnerabilities are unknown, or not every repository answered: without it, users would assume that
 * there are none.
 */
export function auditGaps(audit: Audit): readonly PlanNote[] {
  if ('unknown' in audit) return [unknown(audit.unknown)]
  const { length } = audit.unreachable
  return length === 0 ? [] : [unknown(`${length} of the repositories could not be asked`)]
}

function vulnerable(packages: string): Problem {
  return {
    id: 'packages-vulnerable',
    severity: 'warning',
    message: `The new lock has packages with known vulnerabilities: ${packages}.`,
    fix: 'Check whether they affect the shop, and use a newer release if one is allowed. Composer 2.9 and later refuses such versions in its next update, but not in an installation from the lock.'
  }
}

function malware(packages: string): Problem {
  return {
    id: 'packages-malware',
    severity: 'error',
    message: `The new lock has packages that a repository lists as malware: ${packages}.`,
    fix: 'Remove them before anything is installed. Composer 2.10 and later refuses to install them, so a build on the Cloud would fail as well.'
  }
}

function unknown(why: string): PlanNote {
  return {
    id: 'advisories-unknown',
    level: 'information',
    message: `It is not known whether the new lock has packages with known vulnerabilities: ${why}.`,
    fix: 'After the upgrade, run composer audit --locked with a repository that provides advisories, such as Packagist.'
  }
}

function listed(names: readonly string[]): string {
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : []
  return [...names.slice(0, mostNamed), ...more].join(', ')
}

function plain(text: string): string {
  return shown.test(text) ? text : 'one with an invalid name'
}
