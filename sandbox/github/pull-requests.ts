import { invalid, missingFields, notFound, type GitHubAnswer, type GitHubRequest } from './github-answer.js'

/** One pull request. */
export interface PullRequest {
  readonly number: number
  title: string
  body: string | null
  base: string
  readonly head: string
  state: 'open' | 'closed'
}

/** The pull requests of one repository, and how the API reads and changes them. */
export interface PullRequests {
  readonly all: readonly PullRequest[]
  answer(request: GitHubRequest): Promise<GitHubAnswer>
}

/** Where pull requests live. */
export interface PullRequestPlace {
  readonly owner: string
  readonly repo: string
  /** Web address without a trailing slash. */
  readonly webUrl: string
  /** The commit of a branch, or null where there is no such branch. */
  readonly headOf: (branch: string) => Promise<string | null>
  /** Number of the next issue or pull request: GitHub counts both together. */
  readonly nextNumber: () => number
}

/** Starts without any. */
export function createPullRequests(place: PullRequestPlace): PullRequests {
  const all: PullRequest[] = []
  const find = (number: string): PullRequest | undefined => all.find((each) => each.number === Number(number))

  const create = async ({ body }: GitHubRequest): Promise<GitHubAnswer> => {
    const missing = missingFields('PullRequest', body, ['title', 'head', 'base'])
    if (missing.length > 0) return invalid(...missing)
    const given = body as { title: string; head: string; base: string; body?: string }
    const head = branchOf(given.head)
    const [headCommit, baseCommit] = await Promise.all([place.headOf(head), place.headOf(given.base)])
    if (headCommit === null) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' })
    if (baseCommit === null) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' })
    const custom = (message: string): GitHubAnswer => invalid({ resource: 'PullRequest', code: 'custom', message })
    if (headCommit === baseCommit) return custom(`No commits between ${given.base} and ${head}`)
    if (all.some((each) => each.state === 'open' && each.head === head && each.base === given.base))
      return custom(`A pull request already exists for ${place.owner}:${head}.`)
    const { title, base, body: text = null } = given
    const opened: PullRequest = { number: place.nextNumber(), title, body: text, base, head, state: 'open' }
    all.unshift(opened)
    return { status: 201, body: await render(place, opened) }
  }

  return {
    all,
    answer: async (request) => {
      const [number] = request.path
      if (number === undefined) {
        if (request.method === 'POST') return create(request)
        if (request.method !== 'GET') return notFound
        const found = all.filter(filterOf(place, request.query))
        return { status: 200, body: await Promise.all(found.map((each) => render(place, each))) }
      }
      const pull = find(number)
      if (!pull || request.path.length > 1) return notFound
      if (request.method === 'PATCH') change(pull, request.body)
      else if (request.method !== 'GET') return notFound
      return { status: 200, body: await render(place, pull) }
    }
  }
}

function filterOf({ owner }: PullRequestPlace, query: URLSearchParams): (pull: PullRequest) => boolean {
  const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')]
  return (pull) =>
    (state === 'all' || pull.state === state) &&
    // Without an owner GitHub does not filter by head at all.
    (head === null || !head.includes(':') || head === `${owner}:${pull.head}`) &&
    (base === null || base === pull.base)
}

function change(pull: PullRequest, given: GitHubRequest['body']): void {
  const { title, body, state, base } = given
  if (typeof title === 'string') pull.title = title
  if (typeof body === 'string') pull.body = body
  if (typeof base === 'string') pull.base = base
  if (state === 'open' || state === 'closed') pull.state = state
}

async function render(place: PullRequestPlace, pull: PullRequest): Promise<unknown> {
  const { owner, repo, webUrl } = place
  const side = async (branch: string): Promise<unknown> => ({
    label: `${owner}:${branch}`,
    ref: branch,
    sha: await place.headOf(branch),
    repo: { name: repo, full_name: `${owner}/${repo}` }
  })
  const { number, title, body, state } = pull
  const [head, base] = await Promise.all([side(pull.head), side(pull.base)])
  return { number, title, body, state, head, base, draft: false, html_url: `${webUrl}/pull/${number}` }
}

function branchOf(head: string): string {
  return head.slice(head.indexOf(':') + 1)
}
