/** An answer as curl prints it with `--include`. */
interface HttpAnswer {
  /** From the last header block; null without one. */
  readonly status: number | null
  /** From the last header block, names in lower case; empty without one. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

// With curl --fail the header block may lack its empty line.
const head = /^HTTP\/\d(?:\.\d)? \d{3}.*\r?\n(?:[^\r\n]+\r?\n)*(?:\r?\n)?/

/** Removes the header blocks: those of proxies and 1xx answers may come before the answer's own. */
export function readHttpAnswer(text: string): HttpAnswer {
  let body = text
  let last = ''
  for (;;) {
    const found = head.exec(body)?.[0]
    if (found === undefined) return { status: statusOf(last), headers: readHeaders(last), body }
    last = found
    body = body.slice(found.length)
  }
}

function statusOf(lines: string): number | null {
  const status = /^HTTP\/\S{1,3} (\d{3})/.exec(lines)?.[1]
  return status === undefined ? null : Number(status)
}

function readHeaders(lines: string): ReadonlyMap<string, string> {
  const pairs = [...lines.matchAll(/^([\w-]+):[ \t]*(.*?)[ \t]*\r?$/gm)]
  return new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]))
}

/**
 * Seconds of Retry-After (RFC 9110, 10.2.3), from a number or a date; null without one. A date is compared with the
 * server's own `Date`, or with `now` if that is missing.
 */
export function retryAfterSeconds({ headers }: Pick<HttpAnswer, 'headers'>, now: Date): number | null {
  const asked = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(asked)) return Number(asked)
  // Date.parse accepts many other texts; HTTP dates begin with a day of the week.
  const until = /^[A-Z][a-z]{2}/.test(asked) ? Date.parse(asked) : NaN
  if (Number.isNaN(until)) return null
  const sent = Date.parse(headers.get('date') ?? '')
  return Math.max(0, Math.ceil((until - (Number.isNaN(sent) ? now.getTime() : sent)) / 1000))
}
