import { z } from 'zod'
import { unusable } from './read-json.js'

const text = z.union([z.string(), z.number().transform(String)])
const endpoint = z.looseObject({
  host: z.string().nullish(),
  port: z.coerce.number().int().min(1).max(65535).nullish(),
  path: text.nullish(),
  scheme: z.string().nullish(),
  username: text.nullish(),
  // An empty password is a password.
  password: text.nullish(),
  socket: z.string().nullish(),
  service: z.string().nullish(),
  query: z.looseObject({ is_master: z.boolean().optional() }).catch({}).nullish()
})
const schema = z.record(z.string(), z.array(endpoint))

/** One service endpoint of MAGENTO_CLOUD_RELATIONSHIPS. */
export type Endpoint = z.infer<typeof endpoint>
/** Relationship name to its endpoints. */
export type Relationships = z.infer<typeof schema>

/** How to reach one database; `socket` stands in for host and port. */
export interface DatabaseRelationship {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly socket: string | null
  readonly username: string
  readonly password: string
  readonly database: string
  readonly replica: boolean
}

/**
 * Reads the value of MAGENTO_CLOUD_RELATIONSHIPS. Throws UpgradeError `preflight-failed` that shows relationship
 * names at most, because the value holds passwords.
 */
export function parseRelationships(base64: string): Relationships {
  const compact = base64.replace(/\s+/g, '')
  if (compact === '') throw broken('is not set')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) throw broken('is not base64')
  let value: unknown
  try {
    const bytes = Uint8Array.from(atob(compact.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw broken('does not hold JSON')
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const names = [...new Set(result.error.issues.flatMap(({ path }) => path.slice(0, 1)))]
  throw broken(names.length > 0 ? `has an unexpected shape at ${names.join(', ')}` : 'has an unexpected shape')
}

/**
 * The databases among the relationships, masters first. Throws UpgradeError `preflight-failed` with the names of
 * the relationships where there is none.
 */
export function databaseRelationships(relationships: Relationships): readonly DatabaseRelationship[] {
  const databases = Object.entries(relationships).flatMap(([name, endpoints]) =>
    endpoints.filter(isDatabase).map((found) => toDatabase(name, found))
  )
  if (databases.length === 0)
    throw broken(`names no database; it has ${Object.keys(relationships).join(', ') || 'nothing'}`)
  return databases.sort((a, b) => Number(a.replica) - Number(b.replica))
}

function isDatabase({ scheme, path, username }: Endpoint): boolean {
  return scheme === 'mysql' || (scheme == null && path != null && username != null)
}

function toDatabase(name: string, found: Endpoint): DatabaseRelationship {
  const host = (found.host ?? '').replace(/^\[(.*)\]$/, '$1')
  const isSocket = host.startsWith('/')
  const socket = found.socket ?? (isSocket ? host : null)
  if (socket === null && host === '') throw broken(`has neither host nor socket at ${name}`)
  if (!found.path) throw broken(`names no database at ${name}`)
  return {
    name,
    host: isSocket ? 'localhost' : host || 'localhost',
    port: found.port ?? 3306,
    socket,
    username: found.username ?? '',
    password: found.password ?? '',
    database: found.path.replace(/^\//, ''),
    replica: found.query?.is_master === false
  }
}

function broken(what: string): Error {
  return unusable(
    `MAGENTO_CLOUD_RELATIONSHIPS on the environment ${what}.`,
    'Check relationships in .magento.app.yaml and .magento/services.yaml, and that the environment is deployed.'
  )
}
