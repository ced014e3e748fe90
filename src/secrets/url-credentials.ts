// Bounded, so that a long hostile text takes linear time; JSON of PHP writes slashes as `\/`. An apostrophe may be part
// of a password, or end the address.
const userinfo = /(https?|ftp|svn|git|ssh|git\+ssh)?:(?:\\?\/){2}([^\s"'/@:\\]{0,1000})(?::([^\s"/\\]{0,1000}))?@/gi
// A key or token as the user, without a password, as in https://TOKEN@github.com: longer than user names.
const tokenLength = 16
const placeholders = new Set(['', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token', 'bearer'])

/**
 * The passwords and tokens in the addresses of a text (`https://user:password@host`), as written and decoded. The text
 * may be anything: a composer.json, a lock, a git configuration.
 */
export function urlCredentials(text: string): readonly string[] {
  const found = [...text.matchAll(userinfo)].flatMap(([, scheme = '', user = '', password = '']) => {
    const alone = placeholders.has(password) && user.length >= tokenLength && /^http/i.test(scheme)
    return [...passwords(password), alone ? user : '']
  })
  return [...new Set(found.filter((value) => value !== '').flatMap((value) => [value, decoded(value)]))]
}

// Up to an earlier @ too: the later one may belong to another text.
function passwords(password: string): readonly string[] {
  if (placeholders.has(password)) return []
  const before = password.split('@', 1)[0] ?? ''
  return placeholders.has(before) ? [password] : [password, before]
}

/**
 * The values of HTTP authentication headers in a git configuration (`extraheader = "AUTHORIZATION: basic …"`), and the
 * password in one of the kind basic.
 */
export function headerSecrets(text: string): readonly string[] {
  const headers = /(?:authorization|token|key):[ \t]{0,9}(?:(basic|bearer|token)[ \t]{1,9})?([^\s"]{6,5000})/gi
  return [...text.matchAll(headers)].flatMap(([, kind = '', value = '']) => {
    const pair = kind.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString() : ''
    const password = pair.slice(pair.indexOf(':') + 1)
    return pair.includes(':') && !placeholders.has(password) ? [value, password] : [value]
  })
}

/** `url` without credentials, for messages and reports. Any other text is returned unchanged. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#\s]{0,4000}@/i, '$1')
}

/** `url` with the credentials of `source` if both have the same host: restores credentials that a report left out. */
export function withCredentialsOf(source: string, url: string): string {
  if (!URL.canParse(source) || !URL.canParse(url)) return url
  const [from, to] = [new URL(source), new URL(url)]
  if (from.origin !== to.origin || from.username === '') return url
  to.username = from.username
  to.password = from.password
  return to.href
}

/** Decodes %XX; an invalid text stays unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
