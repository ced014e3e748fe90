import { z } from 'zod'
import { unexpectedAnswer } from './parse-output.js'

const integrations = z.array(z.object({ type: z.string() }))
const variables = z.array(
  z.object({ name: z.string(), is_enabled: z.boolean().optional(), visible_runtime: z.boolean().optional() })
)

/** Whether the project's integrations hold one with GitHub; throws `retry-later` for an answer that is no list. */
export function isGitHubIntegration(answer: unknown): boolean {
  const parsed = integrations.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('no list of integrations')
  return parsed.data.some(({ type }) => type === 'github')
}

/** Whether a list of variables holds `name` in a state in which the deployment sees it. */
export function isLiveVariable(answer: unknown, name: string): boolean {
  const parsed = variables.safeParse(answer)
  if (!parsed.success) throw unexpectedAnswer('no list of variables')
  return parsed.data.some(
    (variable) => variable.name === name && variable.is_enabled !== false && variable.visible_runtime !== false
  )
}

const deployment = z.object({ routes: z.unknown() })

/** The routes in the API's answer for a deployment; null for no such answer. */
export function parseRoutes(answer: unknown): unknown {
  const parsed = deployment.safeParse(answer)
  return parsed.success ? parsed.data.routes : null
}
