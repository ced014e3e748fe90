import { z } from 'zod'
import { unexpectedAnswer } from './parse-output.js'

/** What the platform says of one environment. */
export interface CloudEnvironment {
  readonly id: string
  readonly type: string
  readonly status: 'active' | 'inactive' | 'dirty' | 'paused' | 'deleting'
  readonly headCommit: string | null
  /** What the links of the environment lead to, by name. */
  readonly links: Readonly<Record<string, string>>
  /** True on the dedicated nodes of Pro staging and production, where snapshots and db:dump do not reach. */
  readonly dedicated: boolean
}

const shape = z.object({
  id: z.string(),
  type: z.string().catch('development'),
  status: z.enum(['active', 'inactive', 'dirty', 'paused', 'deleting']),
  head_commit: z.string().nullish(),
  _links: z.record(z.string(), z.unknown()).catch({})
})

// Logins of dedicated nodes are `<n>.ent-<project>-<environment>-<hash>@…`.
const dedicatedLogin = /^ssh:\/\/\d+\.ent-/

/** Reads the API's answer for one environment; throws `retry-later` for anything else. */
export function parseEnvironment(answer: unknown): CloudEnvironment {
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('something else than an environment')
  const { id, type, status, head_commit, _links } = parsed.data
  const links = Object.fromEntries(Object.entries(_links).map(([name, link]) => [name, hrefOf(link)]))
  const dedicated = Object.values(links).some((href) => dedicatedLogin.test(href))
  return { id, type, status, headCommit: head_commit ?? null, dedicated, links }
}

function hrefOf(link: unknown): string {
  const parsed = z.object({ href: z.string() }).safeParse(link)
  return parsed.success ? parsed.data.href : ''
}
