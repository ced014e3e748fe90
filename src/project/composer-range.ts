import advisories from '../data/composer-advisories.json' with { type: 'json' }
import {
  compareComposerVersions,
  compareNumbers,
  parseComposerVersion,
  type ComposerVersion
} from './composer-version.js'

/**
 * The range to write for a Composer of at least `minimum`: it never begins below the release that fixes the known
 * vulnerabilities. `2.10` alone would be exactly 2.10.0. 2.2 has long-term support with its own fixes.
 */
export function composerRange(minimum: string): string {
  const lts = /^2\.2(?:\.|$)/.test(minimum)
  const safe = advisories.advisories.map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn))
  return `^${[minimum, ...safe].sort(compareNumbers).at(-1) ?? minimum}`
}

/** Whether a declared constraint on Composer allows `minimum` or newer; true if the constraint is not understood. */
export function allowsComposer(constraint: string, minimum: string): boolean {
  const wanted = parseComposerVersion(minimum)
  const [, sign = '', text = ''] = /^\s*([~^]?)v?(\d+(?:\.\d+)*(?:\.\*)?)\s*$/.exec(constraint) ?? []
  const numbers = text.replace(/\.\*$/, '').split('.').map(Number)
  const version = parseComposerVersion(text.replace(/\.\*$/, ''))
  if (wanted === null || version === null) return true
  if (sign === '' && !text.endsWith('*')) return compareComposerVersions(version, wanted) >= 0
  const fixedNumbers = sign === '^' ? 1 : text.endsWith('*') ? numbers.length : Math.max(1, numbers.length - 1)
  const end = numbers.slice(0, fixedNumbers)
  const last = end.length - 1
  const bound = parseComposerVersion([...end.slice(0, last), (end[last] ?? 0) + 1].join('.')) as ComposerVersion
  return compareComposerVersions(bound, wanted) > 0
}
