import { expect } from '@jest/globals'
import { beforeTheFirstLook, decideDeployment, type Ending } from '../../src/steps/wait/verdict.js'
import type { DeploymentActivity } from '../../src/tools/magento-cloud/deployment-activity.js'
import type { PollError, PollResult } from '../../src/tools/magento-cloud/poll-result.js'

/** The commit that is waited for. */
export const commit = 'c'.repeat(40)
/** Somebody else's commit. */
export const foreign = 'f'.repeat(40)
/** What is waited for. */
export const wanted = { commit, pushedAt: Date.parse('2026-01-01T10:00:00Z'), startBy: 300_000, endBy: 3_600_000 }

/** What the platform says of an environment that is well. */
export const environment = {
  status: 'active',
  headCommit: foreign,
  lastDeploymentSuccessful: true,
  lastDeploymentAt: null
}

/** The push of the commit that succeeded, but for what is given. */
export function push(more: Partial<DeploymentActivity> = {}): DeploymentActivity {
  const createdAt = Date.parse('2026-01-01T10:00:05Z')
  return {
    id: 'own',
    state: 'complete',
    result: 'success',
    createdAt,
    endedAt: null,
    newCommit: commit,
    commits: [commit],
    failedHooks: [],
    pullRequest: false,
    ...more
  }
}

/** A look that showed nothing, but for what is given. */
export function look(more: Partial<PollResult> = {}): PollResult {
  return {
    at: 1000,
    pushes: [],
    fetches: [],
    integration: null,
    environment,
    log: 'Deployment completed\n',
    ...more
  }
}

/** The ending after these looks, of which none but the last may end it. */
export function endingOf(...seen: (PollResult | PollError)[]): Ending | null {
  let state = beforeTheFirstLook
  let ending: Ending | null = null
  for (const one of seen) {
    expect(ending).toBeNull()
    ;({ state, ending } = decideDeployment(wanted, state, one))
  }
  return ending
}

/** Somebody else's push. */
export const stranger = push({ id: 'other', newCommit: foreign, commits: [foreign] })
