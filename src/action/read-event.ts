import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { UpgradeError } from '../errors.js'

const repository = z.looseObject({ full_name: z.string(), private: z.boolean().optional() }).nullish()
const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
const event = z.looseObject({
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

/** What this action reads of the event that a workflow runs for. */
export type RunnerEvent = z.infer<typeof event>

/** The variables that the runner sets. */
export type RunnerVariables = Readonly<Record<string, string | undefined>>

/** Reads the event; an empty one outside of a runner. Throws UpgradeError `bad-input` where it cannot be read. */
export async function readEvent(environment: RunnerVariables): Promise<RunnerEvent> {
  const path = environment['GITHUB_EVENT_PATH']
  if (!path) return {}
  try {
    return event.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: 'GITHUB_EVENT_PATH names no event that can be read, so it is unknown whose code would run.',
      next: 'Run the workflow again; on a runner of your own, let GITHUB_EVENT_PATH name the JSON file of the event.',
      details: error instanceof Error ? error.name : String(error)
    })
  }
}
