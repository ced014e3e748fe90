import { unserialize } from 'php-serialize'
import { z } from 'zod'

/** What a file below `var/report` says, in any of the formats since Magento 2.0. */
export interface ErrorReport {
  readonly message: string
  readonly trace: string
}

const shape = z.object({ '0': z.string(), '1': z.string().catch('') })

/**
 * Reads a report: JSON since 2.2, with a line of PHP before it in newer versions, PHP's serialize before. Null for
 * anything else. The URL and the script's name in it are left out: they may hold personal data.
 */
export function parseErrorReport(text: string): ErrorReport | null {
  const content = text.trim().replace(/^<\?php[^\n]*\?>\s*/, '')
  const parsed = shape.safeParse(content.startsWith('a:') ? fromPhp(content) : fromJson(content))
  return parsed.success ? { message: parsed.data[0], trace: parsed.data[1] } : null
}

/** The number that the error page of a shop shows, for the file's name below `var/report`; null for other pages. */
export function parseReportId(page: string): string | null {
  return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fromPhp(text: string): unknown {
  try {
    const value: unknown = unserialize(text)
    return Array.isArray(value) ? Object.fromEntries(value.entries()) : value
  } catch {
    return null
  }
}
