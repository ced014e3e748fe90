import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { UpgradeError } from '../errors.js'

const repository = z.object({ full_name: z.string() }).nullable()
const event = z.looseObject({
  pull_request: z
    .looseObject({
      head: z.looseObject({ ref: z.string(), repo: repository }),
      base: z.looseObject({ repo: repository })
    })
    .optional()
})

/**
 * The branch that the event is about: the head of a pull request, else the branch that the workflow runs on; null
 * for neither. Throws UpgradeError `bad-input` for a pull request from a fork: its code must not run with secrets.
 */
export async function branchOfEvent(environment: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const path = environment['GITHUB_EVENT_PATH']
  const text = path ? await readFile(path, 'utf8').catch(() => '{}') : '{}'
  const { pull_request: pullRequest } = event.parse(JSON.parse(text))
  if (pullRequest === undefined)
    return environment['GITHUB_REF_TYPE'] === 'tag' ? null : (environment['GITHUB_REF_NAME'] ?? null)
  if (pullRequest.head.repo?.full_name !== pullRequest.base.repo?.full_name) {
    throw new UpgradeError('bad-input', {
      message: 'This pull request comes from a fork, whose code must not run with the secrets of this repository.',
      unchanged: 'Nothing was changed.',
      next: 'Push the branch to this repository, or run the upgrade by workflow_dispatch.'
    })
  }
  return pullRequest.head.ref
}
