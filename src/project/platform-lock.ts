import { findNodeAtLocation, parseTree } from 'jsonc-parser'

/**
 * Removes the top-level `platform-overrides` from a composer.lock, as a machine that really has that PHP would
 * have written it. All other bytes stay, because Composer's formatting is not JSON.stringify's.
 */
export function stripPlatformOverrides(lockText: string): string {
  const tree = parseTree(lockText)
  const property = tree && findNodeAtLocation(tree, ['platform-overrides'])?.parent
  if (!property) return lockText
  const end = property.offset + property.length
  const following = /^\s*,/.exec(lockText.slice(end))
  if (following) {
    const rest = lockText.slice(end + following[0].length).replace(/^\s*/, '')
    return lockText.slice(0, property.offset) + rest
  }
  return lockText.slice(0, property.offset).replace(/,?\s*$/, '') + lockText.slice(end)
}
