import { z } from 'zod'

const seconds = z.number().nonnegative().describe('seconds')

/** The outcome of the deployment of one commit. */
export const deployment = z.object({
  verdict: z.enum(['succeeded', 'degraded', 'failed', 'never-started', 'staged', 'superseded', 'unknown', 'skipped']),
  activityId: z.string().nullable(),
  seconds,
  phases: z.array(z.object({ name: z.enum(['build', 'deploy', 'post-deploy']), seconds })).describe('those seen whole'),
  isBuilt: z.boolean().optional().describe('false where the code of a staged commit could not be built'),
  reasons: z.array(z.string())
})
