import { z } from 'zod'

const repository = z.looseObject({ full_name: z.string(), private: z.boolean().optional() }).nullish()
const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)

/** The parts of the workflow's event, in the file GITHUB_EVENT_PATH, that this action reads. */
export const eventSchema = z.looseObject({
  repository,
  pull_request: z
    .looseObject({
      state: z.string().optional(),
      merged: z.boolean().nullish(),
      head: z.looseObject({ ref: z.string(), sha: commit.optional(), repo: repository }),
      base: z.looseObject({ ref: z.string().optional(), repo: repository })
    })
    .optional(),
  issue: z.looseObject({ pull_request: z.unknown().optional() }).optional(),
  merge_group: z.unknown().optional(),
  workflow_run: z
    .looseObject({ head_branch: z.string().nullish(), head_sha: commit.optional(), head_repository: repository })
    .optional()
})
