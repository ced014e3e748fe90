import { z } from 'zod'
import { unexpectedAnswer } from './parse-output.js'

const integrations = z.array(z.object({ type: z.string() }))
const variables = z.array(
  z.object({
    ...{ name: z.string(), value: z.string().optional().catch(undefined) },
    ...{ is_enabled: z.boolean().optional(), visible_runtime: z.boolean().optional() }
  })
)

/** Whether the project's integrations hold one with GitHub; throws `retry-later` for an answer that is no list. */
export function isGitHubIntegration(answer: unknown): boolean {
  const parsed = integrations.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('no list of integrations')
  return parsed.data.some(({ type }) => type === 'github')
}

/** Whether a list of variables holds `name`, with this value if one is given, in a state in which the deployment sees it. */
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
