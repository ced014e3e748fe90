import { unserialize } from 'php-serialize'
import { z } from 'zod'

/** Content of a file in `var/report`. */
interface ErrorReport {
  readonly message: string
  /** Path and query of the request, or null for reports of the command line. */
  readonly url: string | null
  readonly id: string | null
}

/** One line of "The following modules are outdated". */
interface OutdatedModule {
  readonly module: string
  /** `schema` or `data`. */
  readonly kind: string
  /** Version in the database; `none` if the module was never installed. */
  readonly current: string
  readonly required: string
}

const report = z.looseObject({
  '0': z.string(),
  url: z.string().nullish(),
  report_id: z.union([z.string(), z.number().transform(String)]).nullish()
})

/**
 * Reads a report of any era: PHP serialize (up to 2.1), JSON (2.2 and later), JSON after a `<?php exit; ?>` line. The
 * id comes from the text, otherwise from `path`, whose folders vary. Null for any other text.
 */
export function parseErrorReport(text: string, path = ''): ErrorReport | null {
  const body = text.replace(/^\uFEFF?\s*<\?php\s+exit\b[^\n]*?\?>\s*/, '').trim()
  const result = report.safeParse(decode(body))
  if (!result.success) return null
  const { url, report_id: id } = result.data
  return { message: result.data['0'], url: url ?? null, id: id ?? idOf(path) }
}

/**
 * The modules that "Please upgrade your database" and "Please update your modules" list; empty for other messages.
 * `current` is always the database, `required` the code.
 */
export function parseOutdatedModules(message: string): readonly OutdatedModule[] {
  const line =
    /(?<![A-Za-z0-9])([A-Za-z0-9]+_[A-Za-z0-9]+)\s{1,100}(schema|data):\s+(current|code) version - ([^\s,]+),\s*(?:required|database) version - ([^\s,\\"]+)/g
  return [...message.matchAll(line)].map(([, module = '', kind = '', first, one = '', two = '']) => {
    const [current, required] = first === 'code' ? [two, one] : [one, two]
    return { module, kind, current, required }
  })
}

function decode(body: string): unknown {
  try {
    if (body.startsWith('a:')) return unserialize(body, {}, { strict: true })
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}

function idOf(path: string): string | null {
  return /(?:^|\/)([0-9a-f]+)$/i.exec(path)?.[1] ?? null
}
