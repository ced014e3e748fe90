import { UpgradeError } from '../../errors.js'
import { switchOn } from './never-started.js'
import { z } from 'zod'

/** The error for an answer that a healthy API does not give. */
export function unexpectedAnswer(what: string): UpgradeError {
  return new UpgradeError('retry-later', {
    message: `The platform's API answered with ${what}.`,
    next: 'Run again later.'
  })
}

/** The JSON value in `text`; throws `retry-later` for a cut-off answer or the HTML page of a gateway. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unexpectedAnswer(text.trim() === '' ? 'nothing' : 'something that is not JSON')
  }
}

/** The error for an environment without logins in this state: waiting helps only while it is being deployed. */
export function withoutLogins(id: string, status: string): UpgradeError {
  if (status === 'active' || status === 'dirty') return unexpectedAnswer('no SSH login')
  return new UpgradeError('preflight-failed', {
    message: `The environment ${id} is ${status}, not active, so it has no logins.`,
    next: `${switchOn(status)} -e ${id}`
  })
}

/** The platform's answer for one environment. */
export interface CloudEnvironment {
  readonly id: string
  readonly type: string
  readonly status: 'active' | 'inactive' | 'dirty' | 'paused' | 'deleting'
  readonly headCommit: string | null
  /** The environment's links, by name. */
  readonly links: Readonly<Record<string, string>>
  /** True on the dedicated nodes of Pro staging and production, which snapshots and db:dump do not support. */
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
  if (!parsed.success) throw unexpectedAnswer('something other than an environment')
  const { id, type, status, head_commit, _links } = parsed.data
  const links = Object.fromEntries(Object.entries(_links).map(([name, link]) => [name, hrefOf(link)]))
  const dedicated = Object.values(links).some((href) => dedicatedLogin.test(href))
  return { id, type, status, headCommit: head_commit ?? null, dedicated, links }
}

function hrefOf(link: unknown): string {
  const parsed = z.object({ href: z.string() }).safeParse(link)
  return parsed.success ? parsed.data.href : ''
}

const integrations = z.array(z.object({ type: z.string() }))
const variables = z.array(
  z.object({
    ...{ name: z.string(), value: z.string().optional().catch(undefined) },
    ...{ is_enabled: z.boolean().optional(), visible_runtime: z.boolean().optional() }
  })
)

/** Whether the project has a GitHub integration; throws `retry-later` for an answer that is no list. */
export function isGitHubIntegration(answer: unknown): boolean {
  const parsed = integrations.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('no list of integrations')
  return parsed.data.some(({ type }) => type === 'github')
}

/** Whether a list of variables holds `name`, with this value if one is given, in a state that the deployment sees. */
export function isLiveVariable(answer: unknown, name: string, value?: string): boolean {
  const parsed = variables.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('no list of variables')
  const live = parsed.data.filter((one) => one.is_enabled !== false && one.visible_runtime !== false)
  return live.some((one) => one.name === name && (value === undefined || one.value === value))
}

const deployment = z.object({ routes: z.unknown() })

/** The routes in the API's answer for a deployment; null for no such answer. */
export function parseRoutes(answer: unknown): unknown {
  const parsed = deployment.safeParse(answer)
  return parsed.success ? parsed.data.routes : null
}
