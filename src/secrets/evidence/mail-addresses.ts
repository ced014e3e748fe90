import { rewrite } from './rewrite.js'

const sign = /@|%40|&#(?:0?64|x40);|&commat;|\\u0040/gi
const localCharacter = /[\p{L}\p{N}._+%~!#$*-]/u
// Characters allowed in a name that more often come before it.
const oddCharacter = /[\p{L}\p{N}._+%~!#$*&'/=?^`{|}-]/u
const domainCharacter = /[\p{L}\p{N}.-]/u

/**
 * Replaces e-mail addresses, also in URLs and HTML, by `<e-mail>`. Logins of the platform and of git are not personal
 * and stay.
 */
export function hideMailAddresses(text: string): string {
  const pieces: string[] = []
  let done = 0
  let read = 0
  // From each `@` to both sides, not past the previous `@`, so that each character is read a bounded number of times.
  rewrite(text, sign, ({ 0: found, index }) => {
    const [from, to] = [localStart(text, index, read), domainEnd(text, index + found.length)]
    read = index + found.length
    if (!isAddress(text.slice(from, index), text.slice(read, to))) return null
    pieces.push(text.slice(done, from), '<e-mail>')
    done = to
    return { end: to, text: '' }
  })
  return pieces.join('') + text.slice(done)
}

function localStart(text: string, at: number, least: number): number {
  if (text[at - 1] === '"') {
    const before = text.slice(Math.max(least, at - 66), at - 1)
    const open = before.lastIndexOf('"')
    return open < 0 || before.includes('\n') ? at : at - 1 - before.length + open
  }
  let from = at
  const isName = (place: number): boolean => place >= least && localCharacter.test(text[place] ?? '')
  while (isName(from - 1) || (from < at && text[from - 1] === "'" && isName(from - 2))) from -= 1
  if (from === at) while (from > least && oddCharacter.test(text[from - 1] ?? '')) from -= 1
  return from
}

function domainEnd(text: string, from: number): number {
  let to = from
  while (to < text.length && domainCharacter.test(text[to] ?? '')) to += 1
  while (to > from && /[.-]/.test(text[to - 1] ?? '')) to -= 1
  return to
}

function isAddress(local: string, domain: string): boolean {
  const isLogin = local === 'git' || /^ssh\.[\w.-]*magento(?:site)?\.cloud$/i.test(domain)
  return local !== '' && !isLogin && /\.(?:xn--[\w-]{2,}|\p{L}{2,})$/u.test(domain)
}
