import { endpoint, type Endpoint, type OperationRequest } from './endpoint.js'
import type { paths } from '@octokit/openapi-types'
import { timestamp, type Place } from './place.js'
import { invalid, invalidField, missingField, notFound, type FieldError, type Invalid } from './refusals.js'
import { renderPullRequest, renderSimplePullRequest } from './render-pull-request.js'

/** One pull request. */
export interface PullRequest {
  readonly number: number
  title: string
  body: string | null
  base: string
  readonly head: string
  /** Last known commits of both branches. */
  baseSha: string
  headSha: string
  state: 'open' | 'closed'
  readonly draft: boolean
  /** ISO 8601. */
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
}

/** The pull requests of one repository, and how the API reads and changes them. */
export interface PullRequests {
  /** Newest first. */
  readonly all: readonly PullRequest[]
  readonly endpoints: readonly Endpoint[]
}

type Create = OperationRequest<paths['/repos/{owner}/{repo}/pulls']['post']>
type Update = OperationRequest<paths['/repos/{owner}/{repo}/pulls/{pull_number}']['patch']>
type List = OperationRequest<paths['/repos/{owner}/{repo}/pulls']['get']>

/** Starts without any. `nextNumber` counts issues and pull requests together; `comments` counts those of one. */
export function createPullRequests(
  place: Place,
  options: { readonly nextNumber: () => number; readonly comments: (number: number) => number }
): PullRequests {
  const all: PullRequest[] = []
  const find = (number: string): PullRequest | undefined => all.find((each) => each.number === Number(number))
  const openCount = (): number => all.filter(({ state }) => state === 'open').length
  const render = async (pull: PullRequest): ReturnType<typeof renderPullRequest> => {
    await refresh(place, pull)
    return renderPullRequest(place, pull, { open: openCount(), comments: options.comments(pull.number) })
  }

  const endpoints = [
    endpoint('get', '/repos/{owner}/{repo}/pulls', async (request) => {
      const found = all.filter(filterOf(place, request))
      await Promise.all(found.map((each) => refresh(place, each)))
      const body = await Promise.all(found.map((each) => renderSimplePullRequest(place, each, openCount())))
      return { status: 200, body }
    }),
    endpoint('post', '/repos/{owner}/{repo}/pulls', async (request) => {
      const opened = await open(place, all, request, options.nextNumber)
      if ('status' in opened) return opened
      all.unshift(opened)
      return { status: 201, body: await render(opened) }
    }),
    endpoint('get', '/repos/{owner}/{repo}/pulls/{pull_number}', async ({ path }) => {
      const pull = find(path('pull_number'))
      return pull ? { status: 200, body: await render(pull) } : notFound
    }),
    endpoint('patch', '/repos/{owner}/{repo}/pulls/{pull_number}', async (request) => {
      const pull = find(request.path('pull_number'))
      if (!pull) return notFound
      const refused = await change(place, pull, request)
      return refused ?? { status: 200, body: await render(pull) }
    })
  ]
  return { all, endpoints }
}

async function open(
  { owner, origin }: Place,
  all: readonly PullRequest[],
  { body }: Create,
  nextNumber: () => number
): Promise<PullRequest | Invalid> {
  const [title, from, base, text] = [body('title'), body('head'), body('base'), body('body') ?? null]
  if (!isText(title) || !isText(from) || !isText(base)) {
    const given = Object.entries({ title, head: from, base })
    return invalid(...given.filter(([, value]) => !isText(value)).map(([field]) => missingField('PullRequest', field)))
  }
  if (text !== null && typeof text !== 'string') return invalid(invalidField('PullRequest', 'body'))
  const head = from.slice(from.indexOf(':') + 1)
  const [headSha, baseSha] = await Promise.all([origin.headOf(head), origin.headOf(base)])
  if (headSha === null) return invalid(invalidField('PullRequest', 'head'))
  if (baseSha === null) return invalid(invalidField('PullRequest', 'base'))
  const { commits } = await origin.compare(baseSha, headSha)
  if (commits === 0) return invalid(custom(`No commits between ${base} and ${head}`))
  if (all.some((each) => each.state === 'open' && each.head === head && each.base === base))
    return invalid(custom(`A pull request already exists for ${owner}:${head}.`))
  const [createdAt, draft] = [timestamp(), body('draft') === true]
  const shas = { baseSha, headSha }
  const times = { createdAt, updatedAt: createdAt, closedAt: null }
  return { number: nextNumber(), title, body: text, base, head, ...shas, state: 'open', draft, ...times }
}

/** An open pull request follows its branches; a deleted branch or a closed pull request keeps its last commit. */
async function refresh({ origin }: Place, pull: PullRequest): Promise<void> {
  if (pull.state === 'closed') return
  const [head, base] = await Promise.all([origin.headOf(pull.head), origin.headOf(pull.base)])
  pull.headSha = head ?? pull.headSha
  pull.baseSha = base ?? pull.baseSha
}

async function change({ origin }: Place, pull: PullRequest, { body }: Update): Promise<Invalid | undefined> {
  const [title, text, state, base] = [body('title'), body('body'), body('state'), body('base')]
  const wrong: FieldError[] = []
  if (title !== undefined && !isText(title)) wrong.push(missingField('PullRequest', 'title'))
  if (state !== undefined && state !== 'open' && state !== 'closed') wrong.push(invalidField('PullRequest', 'state'))
  if (base !== undefined && (!isText(base) || (await origin.headOf(base)) === null))
    wrong.push(invalidField('PullRequest', 'base'))
  if (wrong.length > 0) return invalid(...wrong)
  if (isText(title)) pull.title = title
  if (typeof text === 'string') pull.body = text
  if (isText(base)) pull.base = base
  pull.updatedAt = timestamp()
  if (state === 'open' || state === 'closed') {
    pull.closedAt = state === 'open' ? null : (pull.closedAt ?? pull.updatedAt)
    pull.state = state
  }
  return undefined
}

function filterOf({ owner }: Place, { query }: List): (pull: PullRequest) => boolean {
  const [state, head, base] = [query('state') ?? 'open', query('head'), query('base')]
  return (pull) =>
    (state === 'all' || pull.state === state) &&
    // Without an owner GitHub does not filter by head at all.
    (head === null || !head.includes(':') || head === `${owner}:${pull.head}`) &&
    (base === null || base === pull.base)
}

function custom(message: string): FieldError {
  return { resource: 'PullRequest', code: 'custom', message }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
