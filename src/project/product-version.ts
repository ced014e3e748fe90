import { compareComposerVersions, parseComposerVersion, type ComposerVersion } from './composer-version.js'

/** A version of the Magento product, as in `magento/product-enterprise-edition`. */
interface ProductVersion extends ComposerVersion {
  /** As written, e.g. `2.4.7-p3`. */
  readonly text: string
}

const shape = /^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z][A-Za-z0-9.-]*)?$/

/** Parses three numbers with an optional `-pN`, `-alphaN`, `-betaN` or `-RCN`; null for anything else. */
export function parseProductVersion(text: string): ProductVersion | null {
  if (!shape.test(text)) return null
  const parts = parseComposerVersion(text)
  return parts && { text, ...parts }
}

/**
 * Negative, zero or positive in Composer's order, which is not npm's: `2.4.7-beta1 < 2.4.7 < 2.4.7-p1 < 2.4.7-p10`.
 * Throws TypeError for a text that is not a product version.
 */
export function compareVersions(a: ProductVersion | string, b: ProductVersion | string): number {
  return compareComposerVersions(parsed(a), parsed(b))
}

/** Whether the version is a finished release; patches (`-pN`) are. Throws TypeError as {@link compareVersions} does. */
export function isStable(version: ProductVersion | string): boolean {
  const { stage } = parsed(version)
  return stage === 'stable' || stage === 'patch'
}

/** The release line, `2.4.7` for `2.4.7-p3`. Throws TypeError as {@link compareVersions} does. */
export function releaseLine(version: ProductVersion | string): string {
  return parsed(version).numbers.slice(0, 3).join('.')
}

/** The line after a line, `2.4.8` for `2.4.7`: called NEXT in the documentation's `>=CURRENT <NEXT`. */
export function nextLine(line: string): string {
  const [major = 0, minor = 0, patch = 0] = parsed(line).numbers
  return `${major}.${minor}.${patch + 1}`
}

function parsed(version: ProductVersion | string): ProductVersion {
  const result = typeof version === 'string' ? parseProductVersion(version) : version
  if (result === null) throw new TypeError(`Not a product version: ${JSON.stringify(version)}`)
  return result
}
