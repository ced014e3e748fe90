import { findNodeAtLocation, parseTree } from 'jsonc-parser'

/**
 * Removes the top-level `platform-overrides` from a composer.lock, as a machine that really has that PHP would
 * have written it. All other bytes stay, because Composer's formatting is not JSON.stringify's.
 */
export function stripPlatformOverrides(lockText: string): string {
  if (!lockText.includes('"platform-overrides"')) return lockText
  const property = asComposerWrites(lockText) ?? asParsed(lockText)
  if (!property) return lockText
  const { start, end } = property
  const following = /^\s*,/.exec(lockText.slice(end))
  if (following) {
    const rest = lockText.slice(end + following[0].length).replace(/^\s*/, '')
    return lockText.slice(0, start) + rest
  }
  return lockText.slice(0, start).replace(/,?\s*$/, '') + lockText.slice(end)
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The property in Composer's own layout, found without parsing a megabyte with places. */
function asComposerWrites(lockText: string): Span | null {
  const head = '\n    "platform-overrides": {'
  const at = lockText.lastIndexOf(head)
  const close = at === -1 ? -1 : lockText.indexOf('\n    }', at)
  // An empty one, or another layout, is left to the parser.
  if (close === -1 || lockText[at + head.length] === '}') return null
  return { start: at + 5, end: close + 6 }
}

function asParsed(lockText: string): Span | null {
  const tree = parseTree(lockText)
  const property = tree && findNodeAtLocation(tree, ['platform-overrides'])?.parent
  return property ? { start: property.offset, end: property.offset + property.length } : null
}
