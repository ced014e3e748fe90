import { lineOf, productVersions } from './product-versions.js'

/**
 * The newest product version up to `version` in which the named thing (a file, a module) changed.
 * Stable between runs; about half of all things change with a line, about one in eight with a patch.
 */
export function revisionOf(name: string, version: string): string {
  const line = lineOf(version)
  // Asked for each file of each release: the common prefix of all versions is hashed once.
  const begun = fold(`${name}@`)
  for (let index = productVersions.indexOf(version); index > 0; index -= 1) {
    const candidate = productVersions[index] as string
    const odds = candidate === lineOf(candidate).versions[0] ? 128 : 32
    if (spread(fold(candidate, begun)) % 256 < odds) return candidate
    if (candidate === line.versions[0] && name.startsWith('line:')) return candidate
  }
  return productVersions[0] as string
}

/** 32-bit FNV-1a hash of a text. */
export function hash(text: string): number {
  return spread(fold(text))
}

/** The hash of a text before its last step, continued from the hash of its prefix. */
function fold(text: string, begun = 0x811c9dc5): number {
  let value = begun
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** FNV's low bits are weak for texts that differ in the last character only. */
function spread(value: number): number {
  return ((value ^ (value >>> 15)) >>> 0) % 0x7fffffff
}
