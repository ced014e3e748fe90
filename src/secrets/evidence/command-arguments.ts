import { quotedAt } from './quoted.js'
import { matchAt, rewrite, type Rewritten } from './rewrite.js'

const flags = /(?<=^|[\s"',=])-(?:p(?=\S)|u|-user|-proxy-user|a(?=\s))/gm
const pair = /(?:=|[^\S\n]{0,8})/y
const composer = /\b(?:(?:http-basic|github-oauth|gitlab-token|gitlab-oauth|bearer|bitbucket-oauth)\.[\w.:-]{1,250}) /g
// The AUTH command of Redis, as its monitor and clients show it; words of a sentence have no digit.
const redisAuth = /(\bAUTH"? "?)(?=[^\s"]{0,100}\d)[^\s"]{4,200}/g
const client = /\b(?:mysql\w*|mariadb[\w-]*|sshpass|redis-cli|ftp|docker)\b[^\n|;&]*$/
// Options of find and of archive tools that begin like the short flag.
const noPassword = /^-p(?:\d{1,5}|ath|erm|rint\w*|rune|thread|roto\w*|ie|[rRvfax]{1,4})$/

/** Secrets in the arguments of commands, `mysql -pSECRET`, `curl -u user:TOKEN`, as `<hidden>`. */
export function hideCommandArguments(text: string): string {
  const composed = rewrite(text, composer, (match) => {
    const from = match.index + match[0].length
    const values = matchAt(/[^\n|;&]+/y, text, from)
    return values && { end: from + values[0].length, text: `${match[0]}<hidden>` }
  })
  const flagged = rewrite(composed, flags, (match) => argumentOf(match, composed))
  return flagged.replace(redisAuth, (_, before: string) => `${before}<hidden>`)
}

function argumentOf(match: RegExpExecArray, text: string): Rewritten | null {
  const behind = match.index + match[0].length
  const line = text.slice(Math.max(0, match.index - 200), match.index)
  if (match[0] === '-p') return password(match, behind, text, line)
  const from = behind + (matchAt(pair, text, behind)?.[0].length ?? 0)
  if (match[0] === '-a')
    return client.test(line) ? hidden(match.index, wordAt(text, match.index, from), text, from) : null
  const value = wordAt(text, match.index, from)
  return text.slice(value.from, value.to).includes(':') ? hidden(match.index, value, text, value.from) : null
}

function password(match: RegExpExecArray, behind: number, text: string, line: string): Rewritten | null {
  const value = wordAt(text, match.index, behind)
  const isClient = client.test(line)
  if (!isClient && noPassword.test(`-p${text.slice(value.from, value.to)}`)) return null
  return hidden(match.index, value, text, value.from)
}

function hidden(start: number, { to }: Span, text: string, from: number): Rewritten | null {
  return to <= from ? null : { end: to, text: `${text.slice(start, from)}<hidden>` }
}

interface Span {
  readonly from: number
  readonly to: number
}

const part = /'[^'\n]*'|"(?:\\[^\n]|[^"\\\n])*"|\\[^\n]|[^\s'"\\]+|["']/y

// A shell word including quotes within it; a completely quoted word ends with its quote.
function wordAt(text: string, flag: number, from: number): Span {
  const around = text[flag - 1] ?? ''
  if (/["']/.test(around)) {
    const { to } = quotedAt(text, flag - 1) ?? { to: from }
    return { from, to: Math.max(from, to) }
  }
  let to = from
  for (let found = matchAt(part, text, to); found; found = matchAt(part, text, to)) to += found[0].length
  return { from, to }
}
