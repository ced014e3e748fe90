/** Whether letters and digits change as often as in a key, and not as in a name of words. */
export function looksRandom(text: string): boolean {
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []
  const figures = words.filter((word) => /\d/.test(word)).length
  if (words.length === figures) return false
  const average = text.length / words.length
  return (figures >= 3 && average < 4) || average < (figures > 0 ? 3.3 : 3)
}

const commitBefore =
  /(?:\b(?:commits?|tree|revision|rev|sha-?1?|sha256|ref|reference|head|merge|parent|from|to|onto|at|deploys|object|is now at)["']?[\s:=('"[]{1,4}|\.\.\.?|dev-[\w./-]{1,40}[@#]|\/(?:commit|commits|zipball|tree|blob)\/|\(|^)$/im
// Magento shortens long names of keys and indexes to a hash.
const hashedName = /^[\w-]*\b(?:fk|unq|idx|fti|trg|pk|t|s|e)_[0-9a-f]{32}$/i

/** Whether a long text of hexadecimal digits, or a name with numbers, is one to be shown: a commit, a key, a patch. */
export function isKnownName(before: string, found: string, after: string): boolean {
  if (/^\.(?:patch|diff)\b/.test(after)) return true
  if (hashedName.test(found)) return true
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found)) return false
  if (found.length === 64) return /sha-?256["']?[\s:=(]{1,3}$/i.test(before)
  return /(?:^|\n)$/.test(before) ? /^(?:\s|$)/.test(after) : commitBefore.test(before)
}
