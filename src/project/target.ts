import { UpgradeError } from '../errors.js'
import { compareVersions, isStable, nextLine, parseProductVersion, releaseLine } from './product-version.js'

/** What the user asked for. */
type Target =
  | { readonly kind: 'line-newest'; readonly line: string }
  | { readonly kind: 'exact' | 'exact-ga'; readonly version: string }
  | { readonly kind: 'latest-patch' }
  | { readonly kind: 'latest' }

/** What composer.json must require for a target. */
export interface ResolvedTarget {
  /** Constraint on the metapackage, always a range over one release line. */
  readonly constraint: string
  /** Exact version for a root requirement on the product, or null for the newest of the line. */
  readonly productPin: string | null
  readonly line: string
}

const forms = 'Accepted are 2.4.8, 2.4.8-p3, =2.4.8, 2.4.9-beta1, latest-patch and latest.'

/** Parses the `target` option; throws UpgradeError `bad-input` with the accepted forms. */
export function parseTarget(text: string): Target {
  if (text === 'latest-patch' || text === 'latest') return { kind: text }
  const exact = text.startsWith('=')
  const version = parseProductVersion(exact ? text.slice(1) : text)
  if (version === null) throw badTarget(`The target ${JSON.stringify(text)} is not a version.`, forms)
  if (version.stage !== 'stable') return { kind: 'exact', version: version.text }
  return exact ? { kind: 'exact-ga', version: version.text } : { kind: 'line-newest', line: version.text }
}

/**
 * The requirements for a target. `available` are the product versions that the repository offers, an empty list if
 * unknown. Throws UpgradeError `bad-input` for a downgrade and for a version that does not exist.
 */
export function resolveTarget(target: Target, current: string, available: readonly string[]): ResolvedTarget {
  const offered = available.filter((version) => parseProductVersion(version) !== null)
  const productPin = 'version' in target ? target.version : null
  const line = lineOf(target, current, offered)
  if (productPin === null) expectLine(line, current, offered)
  else expectVersion(productPin, current, offered)
  return { constraint: `>=${line} <${nextLine(line)}`, productPin, line }
}

function lineOf(target: Target, current: string, offered: readonly string[]): string {
  if (target.kind === 'line-newest') return target.line
  if (target.kind === 'latest-patch') return releaseLine(current)
  if (target.kind !== 'latest') return releaseLine(target.version)
  const newest = offered
    .filter((version) => isStable(version))
    .sort(compareVersions)
    .at(-1)
  if (newest === undefined)
    throw badTarget('The newest version is unknown: the repository lists no stable product version.', forms)
  return releaseLine(newest)
}

function expectLine(line: string, current: string, offered: readonly string[]): void {
  if (compareVersions(line, releaseLine(current)) < 0) throw downgrade(line, current)
  const inLine = offered.filter((version) => releaseLine(version) === line)
  if (offered.length === 0 || inLine.some((version) => isStable(version))) return
  // A project on a pre-release may stay on its line.
  if (!isStable(current) && releaseLine(current) === line) return
  const found = inLine.length > 0 ? `only the pre-releases ${inLine.sort(compareVersions).join(', ')}` : 'nothing'
  throw badTarget(
    `The repository offers ${found} for ${line}, but no finished release.`,
    inLine.length > 0
      ? 'To use a pre-release, name it exactly.'
      : `Choose a line that exists: ${linesOf(offered).join(', ')}.`
  )
}

function expectVersion(version: string, current: string, offered: readonly string[]): void {
  if (compareVersions(version, current) < 0) throw downgrade(version, current)
  if (offered.length === 0 || offered.some((other) => compareVersions(other, version) === 0)) return
  const line = releaseLine(version)
  const inLine = offered.filter((other) => releaseLine(other) === line).sort(compareVersions)
  throw badTarget(
    `The repository does not offer ${version}.`,
    inLine.length > 0 ? `It offers ${inLine.join(', ')}.` : `Choose a line that exists: ${linesOf(offered).join(', ')}.`
  )
}

function linesOf(versions: readonly string[]): readonly string[] {
  return [...new Set([...versions].sort(compareVersions).map(releaseLine))].slice(-6)
}

function downgrade(wanted: string, current: string): UpgradeError {
  return badTarget(
    `The target ${wanted} is lower than ${current}, which the project runs; a database cannot be downgraded.`,
    `Choose ${current} or higher.`
  )
}

function badTarget(message: string, next: string): UpgradeError {
  return new UpgradeError('bad-input', { message, next })
}
