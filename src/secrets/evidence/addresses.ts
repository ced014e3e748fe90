const withUser = /\/\/[^\s"<>`]+/g
const query = /\?[\w%.[\]-]+=[^\s"')]*/g
const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g
const ipv6 = /(?<![\w:.\\])(?=[0-9a-f:]{2})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?![\w:(\\])/gi

/** Replaces users and passwords, queries and IP addresses in a text by placeholders; versions of four parts stay. */
export function hideAddresses(text: string): string {
  return text
    .replace(withUser, (url, at: number) => withoutUser(url, /https?:$/i.test(text.slice(Math.max(0, at - 6), at))))
    .replace(query, '?<query>')
    .replace(ipv6, (found) => (isIpv6(found) ? '<ip>' : found))
    .replace(ipv4, (found, at: number, whole: string) => (isVersion(whole, at, found) ? found : '<ip>'))
}

// Passwords in URLs may contain reserved characters: the user's part ends at the last `@`.
function withoutUser(url: string, isWeb: boolean): string {
  const at = url.lastIndexOf('@')
  if (at < 0) return url
  const user = url.slice(2, at)
  return user.includes(':') || (isWeb && !/[/?#]/.test(user)) ? `//<hidden>${url.slice(at)}` : url
}

// A version follows a package name, the word version, a constraint operator or a program name.
const versionBefore =
  /(?:(?:^|[\s"'([])(?!(?:text|image|application)\/)[a-z0-9][a-z0-9_.-]*\/[a-z0-9][a-z0-9_.-]*["']?(?:\s{0,40}[:@(=]|\s{1,40}|\[)[\s"'(v\d.,=>^~|*-]*|\bversions?["'\s:=>(-]*v?|[\^~<>]=?\s?|[!=]==?\s?|\bv|[A-Za-z]\/)$/i
const versionAfter = /^(?:\.(?:zip|tar|tgz|phar|patch)\b|-(?:dev|alpha|beta|rc|p\d|patch)| => v?\d)/i

function isVersion(text: string, at: number, found: string): boolean {
  if (found.split('.').some((part) => Number(part) > 255 || /^0\d/.test(part))) return true
  const before = text.slice(Math.max(0, at - 120), at)
  const after = text.slice(at + found.length, at + found.length + 10)
  return versionBefore.test(before.slice(before.lastIndexOf('\n') + 1)) || versionAfter.test(after)
}

function isIpv6(found: string): boolean {
  const groups = found.split(':')
  if (!found.includes('::')) return groups.length >= 6 && groups.every((group) => group !== '')
  return groups.length <= 9 && found.length > 2 && /\d/.test(found)
}
