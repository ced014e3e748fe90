import { compareNumbers, isAtLeast } from './composer-version.js'
import data from '../data/composer-advisories.json' with { type: 'json' }

/** Published vulnerabilities of one Composer release that can disclose credentials. */
interface ComposerAdvisory {
  readonly ids: readonly string[]
  /** The release that fixes all of them. */
  readonly fixedIn: string
}

/** Vulnerabilities of a Composer version, or null if none is known. The 2.2 line has its own fixes. */
export function composerAdvisory(version: string): ComposerAdvisory | null {
  const lts = version.startsWith('2.2.')
  const found = data.advisories.filter(({ fixedIn, fixedInLts }) => !isAtLeast(version, lts ? fixedInLts : fixedIn))
  const latest = found
    .map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn))
    .sort(compareNumbers)
    .at(-1)
  return latest === undefined ? null : { ids: found.map(({ id }) => id), fixedIn: latest }
}
