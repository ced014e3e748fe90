import { z } from 'zod'
import type { EnvironmentState } from './poll-result.js'

const shape = z.object({
  status: z.string(),
  head_commit: z.string().nullish(),
  deployment_state: z
    .object({ last_deployment_successful: z.boolean().nullish(), last_deployment_at: z.string().nullish() })
    .nullish()
})

/** The last deployment in the API's answer for one environment; null for any other answer. */
export function parseEnvironmentState(answer: unknown): EnvironmentState | null {
  const parsed = shape.safeParse(answer)
  if (!parsed.success) return null
  const { status, head_commit, deployment_state } = parsed.data
  const at = Date.parse(deployment_state?.last_deployment_at ?? '')
  return {
    status,
    headCommit: head_commit ?? null,
    lastDeploymentSuccessful: deployment_state?.last_deployment_successful ?? null,
    lastDeploymentAt: Number.isNaN(at) ? null : at
  }
}

const settingsShape = z.object({ enable_manual_deployments: z.literal(true) })

/** Whether the API's answer for the settings of an environment says that pushes wait for `environment:deploy`. */
export function deploysByHand(settings: unknown): boolean {
  return settingsShape.safeParse(settings).success
}
