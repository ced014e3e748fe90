/** Matches the names that one part of a pattern of PHP's `glob` stands for: `*`, `?` and `[a-z]`, no hidden names. */
export function namePattern(part: string): RegExp {
  const source = part.replace(/\[[^\]/]+\]|[\s\S]/g, (token) => {
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.length > 1) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\')
    return token.replace(/[.+^${}()|[\]\\]/, '\\$&')
  })
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${source}$`)
}
