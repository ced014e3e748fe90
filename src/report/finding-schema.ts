import { z } from 'zod'

/** The phases of a deployment in order, and the running shop after it. */
export const findingPhases = ['configuration', 'build', 'deploy', 'post-deploy', 'site'] as const

/** One explained cause of a failure, with its evidence. */
export const finding = z.object({
  id: z.string(),
  rank: z.number().int().describe('1 is the likeliest cause'),
  certainty: z
    .enum(['sure', 'likely', 'unknown'])
    .describe('sure: the error that ended it says so; likely: its log does'),
  phase: z.enum(findingPhases).nullable().describe('where it was printed; site: by the running shop'),
  deployment: z.string().nullable().describe('id of the activity whose log shows it'),
  at: z.string().nullable().describe('when it was printed, in ISO 8601'),
  siteUnchanged: z.boolean().optional().describe('true where the platform stopped before the running site'),
  title: z.string(),
  source: z.string().describe('file or log that shows it'),
  evidence: z.string().describe('redacted excerpt'),
  meaning: z.string(),
  next: z.string(),
  modules: z
    .array(z.object({ module: z.string(), kind: z.string(), current: z.string(), required: z.string() }))
    .optional()
})
