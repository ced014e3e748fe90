import releases from '../data/releases.json' with { type: 'json' }
import { compareVersions, isStable } from './product-version.js'
import { parseTarget } from './target.js'

/**
 * The version whose requirements decide the PHP to resolve for, before the resolver has run: the target if it names
 * one, the present version for `latest-patch`, the newest known release for `latest`.
 */
export function likelyVersion(target: string, current: string): string {
  const parsed = parseTarget(target)
  if ('version' in parsed) return parsed.version
  if (parsed.kind === 'line-newest') return parsed.line
  if (parsed.kind === 'latest-patch') return current
  return (
    releases.versions
      .filter((version) => isStable(version))
      .sort(compareVersions)
      .at(-1) ?? current
  )
}
