/** A pattern of PHP's `glob` for one name. */
interface NamePattern {
  test(name: string): boolean
}

/**
 * Matches names against one part of a pattern: `*`, `?` and `[a-z]`; hidden names only if the part begins with a dot.
 * Patterns come from packages and projects, so the time is at most the pattern's length times the name's.
 */
export function namePattern(part: string): NamePattern {
  const tokens = part.match(/\[[^\]/]+\]|[\s\S]/g) ?? []
  const matchers = tokens.map(matcher)
  return { test: (name) => (part.startsWith('.') || !name.startsWith('.')) && isMatch(matchers, name) }
}

type Matcher = 'any' | ((char: string) => boolean)

function matcher(token: string): Matcher {
  if (token === '*') return 'any'
  if (token === '?') return () => true
  if (token.length === 1) return (char) => char === token
  try {
    const characters = new RegExp(token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\'))
    return (char) => characters.test(char)
  } catch {
    // A range from z to a is empty.
    return () => false
  }
}

// Only the last star is ever retried: everything before it is already matched.
function isMatch(matchers: readonly Matcher[], name: string): boolean {
  let [at, read, star, from] = [0, 0, -1, 0]
  while (read < name.length) {
    const next = matchers[at]
    if (next === 'any') [star, from, at] = [at, read, at + 1]
    else if (next?.(name.charAt(read))) [at, read] = [at + 1, read + 1]
    else if (star >= 0) [at, from, read] = [star + 1, from + 1, from + 1]
    else return false
  }
  return matchers.slice(at).every((rest) => rest === 'any')
}
