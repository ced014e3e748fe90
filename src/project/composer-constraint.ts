import { compareComposerVersions, parseComposerVersion, type ComposerVersion } from './composer-version.js'

type Bound = (version: ComposerVersion) => boolean

const operator = /^(>=|<=|>|<|==?|!=|<>|\^|~)?\s*v?(\d[\w.+*-]*|\*)$/

/**
 * Whether a constraint allows a numbered version, as in composer/semver; null for a version or a constraint that is not
 * understood (branches, stability flags).
 */
export function allowsVersion(constraint: string, version: string): boolean | null {
  const found = parseComposerVersion(version)
  const choices = constraint.trim().split(/\s*\|\|?\s*/)
  const parsed = choices.map(allBounds)
  if (found === null || parsed.some((bounds) => bounds === null)) return null
  return parsed.some((bounds) => bounds?.every((bound) => bound(found)))
}

function allBounds(text: string): readonly Bound[] | null {
  const [, from, to] = /^(\S+) +- +(\S+)$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return hyphen(from, to)
  const parts = text.replace(/([<>=!~^])\s+/g, '$1').split(/\s*,\s*|\s+/)
  const bounds = parts.map(boundsOf)
  return bounds.includes(null) ? null : bounds.flatMap((found) => found ?? [])
}

function boundsOf(text: string): readonly Bound[] | null {
  const [, sign = '', written = ''] = operator.exec(text) ?? []
  const wildcard = /^(\d+(?:\.\d+)*)\.[*x]$/.exec(written)?.[1]
  if (written === '*') return []
  if (wildcard !== undefined) return sign === '' ? between(wildcard, depthOf(wildcard)) : null
  const version = parseComposerVersion(written)
  if (version === null) return null
  const depth = depthOf(written)
  if (sign === '~') return between(written, Math.max(1, depth - 1))
  if (sign === '^') return between(written, version.numbers.findIndex((number) => number > 0) + 1 || depth)
  return [comparison(sign, version)]
}

function comparison(sign: string, version: ComposerVersion): Bound {
  const order = (other: ComposerVersion): number => compareComposerVersions(other, version)
  if (sign === '>=') return (other) => compareComposerVersions(other, lowest(version)) >= 0
  if (sign === '<') return (other) => compareComposerVersions(other, lowest(version)) < 0
  if (sign === '<=') return (other) => order(other) <= 0
  if (sign === '>') return (other) => order(other) > 0
  if (sign === '!=' || sign === '<>') return (other) => order(other) !== 0
  return (other) => order(other) === 0
}

/** The range from a version to the next one of its first `kept` numbers. */
function between(from: string, kept: number): readonly Bound[] | null {
  const low = parseComposerVersion(from)
  if (low === null) return null
  const numbers = low.numbers.map((number, index) => (index < kept ? number + Number(index === kept - 1) : 0))
  const high: ComposerVersion = { numbers, stage: 'dev', stageNumbers: [] }
  return [comparison('>=', low), (other) => compareComposerVersions(other, high) < 0]
}

/** `2.1.4 - 2.1.14`; an upper end of fewer than three numbers includes all versions that begin with them. */
function hyphen(from: string, to: string): readonly Bound[] | null {
  const [low, high] = [parseComposerVersion(from), parseComposerVersion(to)]
  if (low === null || high === null) return null
  if (depthOf(to) > 2 || high.stage !== 'stable') return [comparison('>=', low), comparison('<=', high)]
  const upper = between(to, depthOf(to))?.at(-1)
  return upper === undefined ? null : [comparison('>=', low), upper]
}

// A bound without a stage begins before the first pre-release.
function lowest(version: ComposerVersion): ComposerVersion {
  return version.stage === 'stable' ? { ...version, stage: 'dev' } : version
}

function depthOf(text: string): number {
  return (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '').split('.').length
}
