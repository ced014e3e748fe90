import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { UpgradeError } from '../errors.js'

const repository = z.looseObject({ full_name: z.string(), private: z.boolean().optional() }).nullish()
const event = z.looseObject({
  repository,
  pull_request: z
    .looseObject({
      head: z.looseObject({ ref: z.string(), repo: repository }),
      base: z.looseObject({ repo: repository })
    })
    .optional(),
  workflow_run: z.looseObject({ head_repository: repository }).optional()
})

/**
 * The branch that the event is about: the head of a pull request, else the branch that the workflow runs on; null
 * for neither. Throws UpgradeError `bad-input` for a pull request from a fork, or a workflow that ran for one: its code
 * must not run with secrets; and for an event that cannot be read, because it may be one.
 */
export async function branchOfEvent(environment: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const { repository: own, pull_request: pullRequest, workflow_run: workflow } = await readEvent(environment)
  if (workflow && !isSame(workflow.head_repository, own)) throw fork()
  const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name = '' } = environment
  if (!pullRequest) return type === 'tag' || name === '' ? null : name
  if (!isSame(pullRequest.head.repo, pullRequest.base.repo)) throw fork()
  return pullRequest.head.ref
}

/** What this action reads of the event that a workflow runs for. Throws UpgradeError `bad-input` where it cannot be read. */
export async function readEvent(
  environment: Readonly<Record<string, string | undefined>>
): Promise<z.infer<typeof event>> {
  const path = environment['GITHUB_EVENT_PATH']
  if (!path) return {}
  try {
    return event.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: 'GITHUB_EVENT_PATH names no event that can be read, so it is unknown whose code would run.',
      unchanged: 'Nothing was changed.',
      next: 'Run the workflow again; on a runner of your own, let GITHUB_EVENT_PATH name the JSON file of the event.',
      details: error instanceof Error ? error.name : String(error)
    })
  }
}

/** A repository that is gone is none that could be trusted. */
function isSame(one: z.infer<typeof repository>, other: z.infer<typeof repository>): boolean {
  return one !== null && one !== undefined && one.full_name === other?.full_name
}

function fork(): UpgradeError {
  return new UpgradeError('bad-input', {
    message: 'This pull request comes from a fork, whose code must not run with the secrets of this repository.',
    unchanged: 'Nothing was changed.',
    next: 'Push the branch to this repository, or run the upgrade by workflow_dispatch.'
  })
}
