/**
 * The names of the canaries that a text holds, or any eight letters and digits in a row of one of them. It knows no list
 * of encodings: the text itself is decoded in every way, and what comes out of that once more.
 */
export function findCanaries(text: string, canaries: Readonly<Record<string, string>>): readonly string[] {
  const once = [text, ...decodings(text)]
  const views = new Set([...once, ...once.slice(1).flatMap(decodings)])
  const wanted = Object.entries(canaries).map(([name, canary]) => [name, pieces(canary)] as const)
  const found = new Set<string>()
  for (const view of views)
    for (const [name, parts] of wanted) if (parts.some((part) => view.includes(part))) found.add(name)
  return [...found]
}

const shortest = 8

/** Begin and end of each run of letters and digits, which no quoting changes; of a private key those of its lines. */
function pieces(canary: string): readonly string[] {
  const body = canary.includes('-----BEGIN') ? canary.split('\n').slice(3, -3).join('\n') : canary
  const runs = body.match(/[A-Za-z0-9]{8,}/g) ?? []
  return runs.flatMap((run) => [run.slice(0, shortest), run.slice(-shortest)])
}

function decodings(text: string): readonly string[] {
  const entities = text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => sign(parseInt(code, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => sign(Number(code)))
  const escapes = text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => sign(parseInt(code, 16)))
    .replaceAll(/\\x([0-9a-f]{2})/gi, (_, code: string) => sign(parseInt(code, 16)))
    .replaceAll(/\\([0-7]{3})/g, (_, code: string) => sign(parseInt(code, 8)))
    .replaceAll(/\\(.)/g, '$1')
  const percent = text.replaceAll(/[%=]([0-9a-f]{2})/gi, (_, code: string) => sign(parseInt(code, 16)))
  return [entities, escapes, percent, hexRuns(text), ...base64Runs(text)].filter((view) => view !== text && view !== '')
}

function sign(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function hexRuns(text: string): string {
  const runs = text.match(/(?:(?:0x|\\x|\\u00|%)?[0-9a-f]{2}[ :;,-]{0,2}){8,}/gi) ?? []
  return runs
    .map((run) => run.replaceAll(/0x|\\x|\\u00|[^0-9a-f]/gi, ''))
    .flatMap((digits) => [digits, digits.slice(1)])
    .map((digits) => Buffer.from(digits, 'hex').toString('latin1'))
    .join('\n')
}

// Where a run begins in the middle of something, three of the four readings are noise.
function base64Runs(text: string): readonly string[] {
  const runs = text.replaceAll(String.raw`\/`, '/').match(/[A-Za-z0-9+/_-]{12,}/g) ?? []
  return [0, 1, 2, 3].map((from) =>
    runs.map((run) => Buffer.from(run.slice(from), 'base64').toString('latin1')).join('\n')
  )
}
