import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { branchEndpoints } from './branches.js'
import { endpoint, type Endpoint, type GitHubAnswer } from './endpoint.js'
import { createIssueComments, type IssueComment, type IssueComments } from './issue-comments.js'
import { createOriginReader } from './origin-reader.js'
import { timestamp, type Place } from './place.js'
import { createPullRequests, type PullRequest } from './pull-requests.js'
import { readJson } from './read-json.js'
import { forbidden, notFound, refusal, type PullRequestRefusal } from './refusals.js'
import { renderFullRepository } from './render-repository.js'

/** One request as it came in, for tests to look at. The token is not in it. */
export interface RecordedRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly body: unknown
  readonly status: number
}

/** A running GitHub API for one repository. */
export interface GitHubApi {
  /** For GITHUB_API_URL. */
  readonly url: string
  readonly token: string
  /** `owner/repo`, for GITHUB_REPOSITORY. */
  readonly repository: string
  readonly requests: readonly RecordedRequest[]
  readonly pullRequests: readonly PullRequest[]
  readonly comments: readonly IssueComment[]
  stop(): Promise<void>
}

/** Serves repository, branches, pull requests and comments on loopback; branches are those of the bare repository `origin`. */
export async function startGitHubApi(options: {
  readonly origin: string
  readonly repository?: string
  /** What keeps pull requests from being written; null for nothing. Asked at each request. */
  readonly refuses?: () => PullRequestRefusal | null
}): Promise<GitHubApi> {
  const { origin, repository = 'shop/project', refuses = () => null } = options
  const [owner = '', repo = ''] = repository.split('/')
  const token = `ghs_${randomBytes(18).toString('hex')}`
  const requests: RecordedRequest[] = []
  const server = createServer()
  const url = await listen(server)
  const { pulls, comments, endpoints } = serve({
    owner,
    repo,
    apiUrl: url,
    url: `${url}/repos/${repository}`,
    webUrl: `${url}/${repository}`,
    origin: createOriginReader(origin),
    createdAt: timestamp()
  })

  const handle = async (request: IncomingMessage): Promise<GitHubAnswer> => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', url)
    const method = request.method ?? 'GET'
    const body = await readJson(request)
    const answer = async (): Promise<GitHubAnswer> => {
      if (!isAuthorized(request, token)) return refusal(401, 'Bad credentials')
      if (body === undefined) return refusal(400, 'Problems parsing JSON')
      if (!`${pathname}/`.startsWith(`/repos/${repository}/`)) return notFound
      const refused = method === 'GET' || !pathname.startsWith(`/repos/${repository}/pulls`) ? null : refuses()
      if (refused !== null) return forbidden(refused)
      const asked = { method, path: pathname, query: searchParams, body }
      for (const each of endpoints) {
        const found = await each.answer(asked)
        if (found) return found
      }
      return notFound
    }
    const result = await answer()
    requests.push({ method, path: pathname + search, body, status: result.status })
    return result
  }
  server.on('request', (request, response) => {
    handle(request)
      .catch((error: unknown): GitHubAnswer => refusal(500, String(error)))
      .then(({ status, body, headers }) =>
        response
          .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
          .end(JSON.stringify(body))
      )
      .catch(() => response.destroy())
  })
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  return { url, token, repository, requests, pullRequests: pulls.all, comments: comments.all, stop }
}

function serve(place: Place): {
  pulls: ReturnType<typeof createPullRequests>
  comments: IssueComments
  endpoints: readonly Endpoint[]
} {
  let issues = 0
  const pulls = createPullRequests(place, {
    nextNumber: () => (issues += 1),
    comments: (number) => comments.all.filter(({ issue }) => issue === number).length
  })
  const comments = createIssueComments(place, (number) => pulls.all.some((each) => each.number === number))
  const repository = endpoint('get', '/repos/{owner}/{repo}', async () => {
    const open = pulls.all.filter(({ state }) => state === 'open').length
    return { status: 200, body: await renderFullRepository(place, open) }
  })
  return {
    pulls,
    comments,
    endpoints: [repository, ...branchEndpoints(place), ...pulls.endpoints, ...comments.endpoints]
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function isAuthorized(request: IncomingMessage, token: string): boolean {
  const [scheme = '', given] = (request.headers.authorization ?? '').split(' ')
  return /^(?:token|bearer)$/i.test(scheme) && given === token
}
