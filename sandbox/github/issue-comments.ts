import type { components } from '@octokit/openapi-types'
import { endpoint, type Endpoint } from './endpoint.js'
import { nodeId, timestamp, type Place } from './place.js'
import { invalid, missingField, notFound } from './refusals.js'
import { botOf } from './render-user.js'

/** One comment on an issue or a pull request. */
export interface IssueComment {
  readonly id: number
  readonly issue: number
  body: string
  /** ISO 8601. */
  readonly createdAt: string
  updatedAt: string
}

/** The comments of one repository, and how the API reads and changes them. */
export interface IssueComments {
  readonly all: readonly IssueComment[]
  readonly endpoints: readonly Endpoint[]
}

const noBody = invalid(missingField('IssueComment', 'body'))

/** Starts without any. `hasIssue` knows which numbers can be commented on. */
export function createIssueComments(place: Place, hasIssue: (number: number) => boolean): IssueComments {
  const all: IssueComment[] = []
  const find = (id: string): IssueComment | undefined => all.find((each) => each.id === Number(id))

  const endpoints = [
    endpoint('get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ({ path }) => {
      const issue = Number(path('issue_number'))
      if (!hasIssue(issue)) return notFound
      return { status: 200, body: all.filter((each) => each.issue === issue).map((each) => render(place, each)) }
    }),
    endpoint('post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', (request) => {
      const issue = Number(request.path('issue_number'))
      if (!hasIssue(issue)) return notFound
      const body = request.body('body')
      if (typeof body !== 'string' || body === '') return noBody
      const createdAt = timestamp()
      const comment = { id: 1000 + all.length + 1, issue, body, createdAt, updatedAt: createdAt }
      all.push(comment)
      return { status: 201, body: render(place, comment) }
    }),
    endpoint('get', '/repos/{owner}/{repo}/issues/comments/{comment_id}', ({ path }) => {
      const comment = find(path('comment_id'))
      return comment ? { status: 200, body: render(place, comment) } : notFound
    }),
    endpoint('patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', (request) => {
      const comment = find(request.path('comment_id'))
      if (!comment) return notFound
      const body = request.body('body')
      if (typeof body !== 'string' || body === '') return noBody
      Object.assign(comment, { body, updatedAt: timestamp() })
      return { status: 200, body: render(place, comment) }
    })
  ]
  return { all, endpoints }
}

function render(place: Place, comment: IssueComment): components['schemas']['issue-comment'] {
  const { id, issue, body } = comment
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url: `${place.url}/issues/comments/${id}`,
    html_url: `${place.webUrl}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${place.url}/issues/${issue}`,
    body,
    user: botOf(place),
    author_association: 'NONE',
    created_at: comment.createdAt,
    updated_at: comment.updatedAt
  }
}
