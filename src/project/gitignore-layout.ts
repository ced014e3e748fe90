/** How a project keeps generated files out of git. */
type GitignoreLayout = 'allow-list' | 'deny-list' | 'none'

/**
 * `allow-list` for the template's layout since 2.2.2 (everything ignored, a few paths let through), `deny-list`
 * for the older one, in which marshaled files are committed, `none` without rules.
 */
export function gitignoreLayout(text: string | null): GitignoreLayout {
  const rules = (text ?? '')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (rules.length === 0) return 'none'
  return rules.some((rule) => ['*', '/*', '**', '/**'].includes(rule)) ? 'allow-list' : 'deny-list'
}
