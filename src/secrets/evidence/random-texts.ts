const privateKey =
  /-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|PGP MESSAGE)[A-Z ]{0,20}-----(?:(?!-----)[\s\S])*(?:-----END [A-Z ]{0,60}-----)?/g
// Known prefixes of keys, and of password hashes.
const marked = [
  /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_|glpat-|glptt-|xox[a-z]-|xapp-|[srp]k_(?:live|test)_|whsec_|AKIA|ASIA|AIza|ya29\.|GOCSPX-|npm_|dop_v1_|shp(?:at|ca|pa|ss)_|sq0[a-z]{3}-|NRAK-|NRJS-|SG\.|key-|pypi-|hf_|sk-|sess_|base64:)[\w.+/=-]{12,}/g,
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /\$(?:2[abxy]|argon2\w{0,2}|[156y])\$[\w./,=+$-]{20,}/g
]
const hook = /(hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]+/g
const credentials = /\b(Bearer|Basic) {1,4}(?!<)[\w.~+/=-]{8,}/g
const run = /[A-Za-z0-9+/_-]{24,}={0,2}/g

/** Replaces keys, tokens, session ids, hashes and similarly random texts by placeholders. */
export function hideRandomTexts(text: string): string {
  const known = text.replace(privateKey, '<key>').replace(hook, '$1/<token>').replace(credentials, '$1 <hidden>')
  return marked.reduce((result, pattern) => result.replace(pattern, '<token>'), known).replace(run, hideRun)
}

const longest = 200

function hideRun(found: string, at: number, whole: string): string {
  // A text this long is never a name and is not examined further.
  if (found.length > longest) return /\d|[a-z][A-Z]/.test(found) && /[A-Za-z]/.test(found) ? '<token>' : found
  const after = whole.slice(at + found.length, at + found.length + 12)
  if (isKnownName(whole.slice(Math.max(0, at - 60), at), found, after)) return found
  const pieces = found.split(/([+/_=-]+)/)
  const texts = pieces.filter((_, index) => index % 2 === 0)
  const random = texts.filter((piece) => piece.length >= 6 && looksRandom(piece)).join('').length
  if (random >= 20 && random * 10 >= texts.join('').length * 7 && !texts.some(isHex)) return '<token>'
  if (isCloudKey(found)) return '<token>'
  return pieces
    .map((piece) => (isHex(piece) ? '<hex>' : piece.length >= 24 && looksRandom(piece) ? '<token>' : piece))
    .join('')
}

function isHex(text: string): boolean {
  return /^[0-9a-f]{32,}$/i.test(text)
}

// Cloud keys have all kinds of characters, with few slashes.
function isCloudKey(text: string): boolean {
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []
  const slashes = text.match(/[+/]/g)?.length ?? 0
  const hasAll = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) && !/[_-]/.test(text)
  return hasAll && slashes * 12 <= text.length && text.length >= 32 && text.length < words.length * 3.5
}

/** Whether letters and digits alternate as often as in a key, unlike in a name made of words. */
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

/** Whether a long hexadecimal text, or a name with numbers, may be shown: a commit, an index name, a patch. */
export function isKnownName(before: string, found: string, after: string): boolean {
  if (/^\.(?:patch|diff)\b/.test(after)) return true
  if (hashedName.test(found)) return true
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found)) return false
  if (found.length === 64) return /sha-?256["']?[\s:=(]{1,3}$/i.test(before)
  return /(?:^|\n)$/.test(before) ? /^(?:\s|$)/.test(after) : commitBefore.test(before)
}
