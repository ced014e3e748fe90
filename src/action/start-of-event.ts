import { UpgradeError } from '../errors.js'
import { readEvent, type RunnerEvent, type RunnerVariables } from './read-event.js'

/** The branch to upgrade, from an event. The commit is always the remote's, never the checked-out one. */
export interface EventStart {
  /** Null if the event has no branch, or no unambiguous one. */
  readonly branch: string | null
  /** Commit of the event, which must still be the branch's tip; null if any tip will do. */
  readonly commit: string | null
  /** Why there is no branch, one sentence; null if there is one, and outside a runner. */
  readonly reason: string | null
}

/**
 * The branch that the event is about. Throws UpgradeError `bad-input` for a pull request from a fork, or a workflow
 * that ran for one: its code must not run with secrets; and for an unreadable event, because it may be from a fork.
 * What GITHUB_REF is for each event:
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows (2026-11).
 */
export async function startOfEvent(environment: RunnerVariables): Promise<EventStart> {
  const event = await readEvent(environment)
  refuseForks(event)
  const { pull_request: pullRequest, workflow_run: workflow } = event
  if (pullRequest) return startOfPullRequest(pullRequest)
  if (event.issue?.pull_request != null)
    return none('A comment on a pull request says neither which branch nor which commit was looked at.')
  const ref = branchOfRef(environment)
  if (event.merge_group != null || ref.branch?.startsWith('gh-readonly-queue/') === true)
    return none('A merge queue makes its own branch for a moment, and nothing can be pushed to it.')
  if (workflow && ref.branch !== null && workflow.head_branch !== ref.branch)
    return none(
      `The workflow before this one ran for ${workflow.head_branch ?? 'a tag'}, and this one runs on ${ref.branch}.`
    )
  return workflow ? { ...ref, commit: workflow.head_sha ?? null } : ref
}

/** For a merged pull request the branch is its base; for any other it is its head, at exactly its newest commit. */
function startOfPullRequest({ head, base, state, merged }: NonNullable<RunnerEvent['pull_request']>): EventStart {
  if (merged === true && base.ref !== undefined) return { branch: base.ref, commit: null, reason: null }
  if (state === 'closed') return none('The pull request was closed without being merged.')
  return { branch: head.ref, commit: head.sha ?? null, reason: null }
}

function branchOfRef(environment: RunnerVariables): EventStart {
  const { GITHUB_REF: ref = '', GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name = '' } = environment
  if (type === 'tag' || ref.startsWith('refs/tags/')) return none(`The workflow runs on the tag ${name}.`)
  if (/^\d+\/merge$/.test(name)) return none('The workflow runs on a pull request that its event does not name.')
  if (name !== '') return { branch: name, commit: null, reason: null }
  return environment['GITHUB_EVENT_PATH'] ? none('The workflow runs on no branch.') : { ...none(''), reason: null }
}

function none(reason: string): EventStart {
  return { branch: null, commit: null, reason }
}

function refuseForks({ repository: own, pull_request: pullRequest, workflow_run: workflow }: RunnerEvent): void {
  if (workflow && !isSame(workflow.head_repository, own)) throw fork()
  if (pullRequest && !isSame(pullRequest.head.repo, pullRequest.base.repo)) throw fork()
}

/** A deleted repository cannot be trusted. */
function isSame(one: RunnerEvent['repository'], other: RunnerEvent['repository']): boolean {
  return one !== null && one !== undefined && one.full_name === other?.full_name
}

function fork(): UpgradeError {
  return new UpgradeError('bad-input', {
    message: 'This pull request comes from a fork, whose code must not run with the secrets of this repository.',
    next: 'Push the branch to this repository, or run the upgrade by workflow_dispatch.'
  })
}
