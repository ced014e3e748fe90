import type { components } from '@octokit/openapi-types'
import { nodeId, type Place } from './place.js'
import type { PullRequest } from './pull-requests.js'
import { renderRepository } from './render-repository.js'
import { botOf, ownerOf } from './render-user.js'

type Schemas = components['schemas']
type Links = Schemas['pull-request']['_links']

/** A pull request as it answers for itself: as in lists, and what it would merge. `open` is the number of open ones. */
export async function renderPullRequest(
  place: Place,
  pull: PullRequest,
  counts: { readonly open: number; readonly comments: number }
): Promise<Schemas['pull-request']> {
  const { commits, additions, deletions, files } = await place.origin.compare(pull.baseSha, pull.headSha)
  return {
    ...(await renderCommon(place, pull, counts.open)),
    state: pull.state,
    labels: [],
    requested_teams: [],
    merged: false,
    merged_by: null,
    // GitHub finds these out later.
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    maintainer_can_modify: false,
    comments: counts.comments,
    review_comments: 0,
    commits,
    additions,
    deletions,
    changed_files: files
  }
}

/** A pull request as it is listed. */
export async function renderSimplePullRequest(
  place: Place,
  pull: PullRequest,
  open: number
): Promise<Schemas['pull-request-simple']> {
  return { ...(await renderCommon(place, pull, open)), state: pull.state, labels: [], requested_teams: [] }
}

type Common = Omit<
  Schemas['pull-request'] & Schemas['pull-request-simple'],
  // Those that differ, and those that lists do not have.
  'state' | 'labels' | 'requested_teams' | Exclude<keyof Schemas['pull-request'], keyof Schemas['pull-request-simple']>
>

async function renderCommon(place: Place, pull: PullRequest, open: number): Promise<Common> {
  const { number, title, body, draft } = pull
  const repository = await renderRepository(place, open)
  const side = (ref: string, sha: string): Common['head'] => ({
    label: `${place.owner}:${ref}`,
    ref,
    sha,
    user: ownerOf(place),
    repo: repository
  })
  return {
    ...addresses(place, pull),
    id: number,
    node_id: nodeId('PullRequest', number),
    number,
    title,
    body,
    draft,
    locked: false,
    active_lock_reason: null,
    user: botOf(place),
    author_association: 'NONE',
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    auto_merge: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: null,
    merge_commit_sha: null,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha)
  }
}

type Address = Extract<keyof Common, `${string}_url` | 'url'>

function addresses({ url, webUrl }: Place, pull: PullRequest): Record<Address, string> & { readonly _links: Links } {
  const self = `${url}/pulls/${pull.number}`
  const html = `${webUrl}/pull/${pull.number}`
  const issue = `${url}/issues/${pull.number}`
  const linked = {
    issue,
    comments: `${issue}/comments`,
    commits: `${self}/commits`,
    review_comments: `${self}/comments`,
    review_comment: `${url}/pulls/comments{/number}`,
    statuses: `${url}/statuses/${pull.headSha}`
  }
  const link = (href: string): Schemas['link'] => ({ href })
  return {
    url: self,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    comments_url: linked.comments,
    commits_url: linked.commits,
    review_comments_url: linked.review_comments,
    review_comment_url: linked.review_comment,
    statuses_url: linked.statuses,
    _links: {
      self: link(self),
      html: link(html),
      issue: link(issue),
      comments: link(linked.comments),
      commits: link(linked.commits),
      review_comments: link(linked.review_comments),
      review_comment: link(linked.review_comment),
      statuses: link(linked.statuses)
    }
  }
}
