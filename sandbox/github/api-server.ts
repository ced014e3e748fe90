import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runProgram } from '../packages/run-program.js'
import { notFound, refusal, type GitHubAnswer, type GitHubRequest } from './github-answer.js'
import { createIssueComments, type IssueComment } from './issue-comments.js'
import { createPullRequests, type PullRequest } from './pull-requests.js'

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
}): Promise<GitHubApi> {
  const { origin, repository = 'shop/project' } = options
  const [owner = '', repo = ''] = repository.split('/')
  const token = `ghs_${randomBytes(18).toString('hex')}`
  const requests: RecordedRequest[] = []
  const webUrl = `https://github.com/${repository}`
  const headOf = (branch: string): Promise<string | null> => readHead(origin, branch)
  let issues = 0
  const pulls = createPullRequests({ owner, repo, webUrl, headOf, nextNumber: () => (issues += 1) })
  const comments = createIssueComments({
    webUrl,
    hasIssue: (number) => pulls.all.some((each) => each.number === number)
  })

  const answer = async (request: GitHubRequest): Promise<GitHubAnswer> => {
    const [kind, ...path] = request.path
    if (kind === undefined)
      return {
        status: 200,
        body: { name: repo, full_name: repository, default_branch: 'main', html_url: webUrl, private: true }
      }
    if (kind === 'pulls') return pulls.answer({ ...request, path })
    if (kind === 'issues') return comments.answer({ ...request, path })
    if (kind !== 'branches' || path.length === 0 || request.method !== 'GET') return notFound
    const name = path.join('/')
    const sha = await headOf(name)
    return sha === null
      ? refusal(404, 'Branch not found')
      : { status: 200, body: { name, commit: { sha }, protected: false } }
  }

  const handle = async (request: IncomingMessage): Promise<GitHubAnswer> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const text = await readBody(request)
    const { body, result } = await decide(request, url, text)
    requests.push({ method: request.method ?? 'GET', path: url.pathname + url.search, body, status: result.status })
    return result
  }
  const decide = async (
    request: IncomingMessage,
    url: URL,
    text: string
  ): Promise<{ body: unknown; result: GitHubAnswer }> => {
    const body = parse(text)
    if (
      !/^(?:token|bearer) /i.test(request.headers.authorization ?? '') ||
      request.headers.authorization?.split(' ')[1] !== token
    )
      return { body, result: refusal(401, 'Bad credentials') }
    if (body === undefined) return { body, result: refusal(400, 'Problems parsing JSON') }
    const parts = url.pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
    if (parts[0] !== 'repos' || parts[1] !== owner || parts[2] !== repo) return { body, result: notFound }
    const asked = { method: request.method ?? 'GET', path: parts.slice(3), query: url.searchParams, body }
    return { body, result: await answer(asked) }
  }

  const server = createServer((request, response) => {
    handle(request)
      .catch((error: unknown) => refusal(500, String(error)))
      .then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
      )
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, token, repository, requests, pullRequests: pulls.all, comments: comments.all, stop }
}

async function readHead(origin: string, branch: string): Promise<string | null> {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const ref = `refs/heads/${branch}`
  const argv = ['git', `--git-dir=${origin}`, 'for-each-ref', '--format=%(objectname) %(refname)', ref] as const
  const { stdout } = await runProgram(argv, { cwd: origin, env })
  // git also lists what lies below the name.
  const line = stdout.split('\n').find((each) => each.endsWith(` ${ref}`))
  return line?.split(' ')[0] ?? null
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The object that was sent, an empty one for no text, undefined for anything that is no JSON object. */
function parse(text: string): Record<string, unknown> | undefined {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
