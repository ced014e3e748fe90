import { redactEvidence } from '../secrets/redact-evidence.js'
import { shorten } from '../project/shorten.js'
import { createRedact } from '../secrets/redact.js'
import type { Secret } from '../secrets/secret.js'
import type { Fetch } from './http/proxied-fetch.js'

// A type, not an interface: the library wants one that allows further fields.
type Repository = Readonly<Record<'owner' | 'repo', string>>

/** A pull request to open. */
interface PullRequestInput {
  readonly owner: string
  readonly repo: string
  readonly head: string
  readonly base: string
  readonly title: string
  /** Markdown. */
  readonly body: string
}

/** An answer of GitHub. */
export interface GitHubSays {
  /** Null without an answer. */
  readonly status: number | null
  /** GitHub's message, with the reasons of each field. */
  readonly message: string
  /**
   * Permissions that would have been enough, as `x-accepted-github-permissions` lists them; empty without that header.
   */
  readonly accepted: string
  /** Whether the repository is archived. */
  readonly archived: boolean
}

/** The one place that calls the GitHub API. */
export interface GitHub {
  /** Opens the pull request from `head` to `base`, or updates the title and body of the one that is open. */
  upsertPullRequest(
    input: PullRequestInput
  ): Promise<{ readonly number: number; readonly url: string; readonly created: boolean }>
  /** Whether everybody can read a repository. */
  isPublic(repository: Repository): Promise<boolean>
  /** Whether the token sees the repository. Never throws. */
  askRepository(repository: Repository): Promise<GitHubSays>
  /**
   * Requests a pull request of `base` into itself, which is always invalid: 422 if nothing else is wrong. Never throws.
   */
  askPullRequest(input: Repository & { readonly base: string }): Promise<GitHubSays>
}

/** How GitHub is reached. */
interface GitHubAccess {
  readonly token: Secret
  readonly apiUrl: string
  /** The fetch to use; Node's own if omitted. */
  readonly fetch?: Fetch
  /** Hides the run's secrets in GitHub's messages; only the token if omitted. */
  readonly redact?: (text: string) => string
}

/** A client with one token. The library is loaded on first use, since that takes a while. */
export function createGitHub({
  token,
  apiUrl,
  fetch: send = fetch,
  redact = createRedact([token])
}: GitHubAccess): GitHub {
  const answer = (ask: Parameters<typeof answerOf>[0]): Promise<GitHubSays> => answerOf(ask, redact)
  const open = async () => {
    const { getOctokit } = await import(/* webpackChunkName: "github" */ '@actions/github')
    return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: send } }).rest
  }
  return {
    isPublic: async (repository) => !(await (await open()).repos.get(repository)).data.private,
    askRepository: (repository) =>
      answer(async () => {
        const { status, data } = await (await open()).repos.get(repository)
        return { status, archived: data.archived }
      }),
    askPullRequest: ({ owner, repo, base }) =>
      answer(async () => {
        const { pulls } = await open()
        return {
          status: (await pulls.create({ owner, repo, head: base, base, title: 'Probe' })).status,
          archived: false
        }
      }),
    upsertPullRequest: async ({ owner, repo, head, base, title, body }) => {
      const { pulls } = await open()
      const found = await pulls.list({ owner, repo, head: `${owner}:${head}`, base, state: 'open' })
      const [first] = found.data
      const { data } = first
        ? await pulls.update({ owner, repo, pull_number: first.number, title, body })
        : await pulls.create({ owner, repo, head, base, title, body })
      return { number: data.number, url: data.html_url, created: first === undefined }
    }
  }
}

/**
 * GitHub's answer in an error of the library; status null if it never answered. `redact` hides the run's secrets before
 * the text is cut.
 */
export function githubSays(error: unknown, redact: (text: string) => string): GitHubSays {
  const { status, message, response } = error as {
    readonly status?: number
    readonly message?: string
    readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> }
  }
  const accepted = response?.headers?.['x-accepted-github-permissions'] ?? ''
  // The library reports status 500 without a response for an unanswered request.
  return {
    status: response ? (status ?? null) : null,
    message: shorten(redactEvidence(redact(message ?? String(error))), 800),
    accepted,
    archived: false
  }
}

async function answerOf(
  ask: () => Promise<{ readonly status: number; readonly archived: boolean }>,
  redact: (text: string) => string
): Promise<GitHubSays> {
  try {
    return { ...(await ask()), message: '', accepted: '' }
  } catch (error) {
    return githubSays(error, redact)
  }
}
