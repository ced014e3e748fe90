import { invalid, missingFields, notFound, type GitHubAnswer, type GitHubRequest } from './github-answer.js'

/** One comment on an issue or a pull request. */
export interface IssueComment {
  readonly id: number
  readonly issue: number
  body: string
}

/** The comments of one repository, and how the API reads and changes them. */
export interface IssueComments {
  readonly all: readonly IssueComment[]
  /** `path` is what follows `issues`. */
  answer(request: GitHubRequest): GitHubAnswer
}

/** Starts without any. `hasIssue` knows which numbers can be commented on. */
export function createIssueComments(options: {
  readonly webUrl: string
  readonly hasIssue: (number: number) => boolean
}): IssueComments {
  const all: IssueComment[] = []
  const render = ({ id, issue, body }: IssueComment): unknown => ({
    id,
    body,
    user: { login: 'upgrade-bot', type: 'Bot' },
    html_url: `${options.webUrl}/pull/${issue}#issuecomment-${id}`
  })

  const onOne = ({ method, path, body }: GitHubRequest): GitHubAnswer => {
    const comment = all.find(({ id }) => id === Number(path[1]))
    if (!comment || !['GET', 'PATCH'].includes(method)) return notFound
    if (method === 'PATCH') {
      const missing = missingFields('IssueComment', body, ['body'])
      if (missing.length > 0) return invalid(...missing)
      comment.body = body['body'] as string
    }
    return { status: 200, body: render(comment) }
  }

  const onIssue = ({ method, path, body }: GitHubRequest): GitHubAnswer => {
    const issue = Number(path[0])
    if (path[1] !== 'comments' || !options.hasIssue(issue)) return notFound
    if (method === 'GET') return { status: 200, body: all.filter((each) => each.issue === issue).map(render) }
    if (method !== 'POST') return notFound
    const missing = missingFields('IssueComment', body, ['body'])
    if (missing.length > 0) return invalid(...missing)
    const comment = { id: 1000 + all.length + 1, issue, body: body['body'] as string }
    all.push(comment)
    return { status: 201, body: render(comment) }
  }

  return { all, answer: (request) => (request.path[0] === 'comments' ? onOne(request) : onIssue(request)) }
}
