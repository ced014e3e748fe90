import { createHash } from 'node:crypto'
import { z } from 'zod'

// The keys of composer.json that the hash covers (Locker::getContentHash, the same in every 2.x).
const counted = [
  ...['name', 'version', 'require', 'require-dev', 'conflict', 'replace', 'provide'],
  ...['minimum-stability', 'prefer-stable', 'repositories', 'extra']
]
const rootSchema = z.looseObject({ config: z.looseObject({ platform: z.unknown() }).optional().catch(undefined) })
// JavaScript does not keep how PHP would write such a number.
const fraction = /[:[,]\s*-?\d+[.eE]/

/**
 * The `content-hash` that Composer writes into the lock of a composer.json, or null if it cannot be computed: for texts
 * with keys that JavaScript reorders, or with fractions.
 */
export function contentHash(composerJsonText: string): string | null {
  const root = rootSchema.safeParse(parsed(composerJsonText))
  if (!root.success || fraction.test(composerJsonText)) return null
  const platform = root.data.config?.platform ?? null
  const sections = counted.filter((key) => key in root.data).map((key) => [key, root.data[key]] as const)
  const all = [...sections, ...(platform === null ? [] : [['config', { platform }] as const])]
  const text = encode(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))))
  return text === null ? null : createHash('md5').update(text).digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** As PHP's `json_encode` writes what `json_decode` read into arrays; null if the order of keys is lost. */
function encode(value: unknown): string | null {
  if (typeof value === 'string') return encodeText(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  // An empty object has become an empty array.
  if (entries.length === 0) return '[]'
  const isList = Array.isArray(value)
  if (!isList && entries.some(([key]) => /^-?\d+$/.test(key))) return null
  const parts = entries.map(([key, part]) => {
    const text = encode(part)
    return text === null ? null : isList ? text : `${encodeText(key)}:${text}`
  })
  if (parts.includes(null)) return null
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`
}

function encodeText(text: string): string {
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, escaped)
}
