import type { Secret } from '../secret.js'
import type { Fetch } from './proxied-fetch.js'

/** One pull request as it is asked for. */
export interface PullRequestInput {
  readonly owner: string
  readonly repo: string
  readonly head: string
  readonly base: string
  readonly title: string
  /** Markdown. */
  readonly body: string
}

/** The one place that calls the GitHub API. */
export interface GitHub {
  /** Opens the pull request from `head` to `base`, or updates the title and body of the one that is open. */
  upsertPullRequest(
    input: PullRequestInput
  ): Promise<{ readonly number: number; readonly url: string; readonly created: boolean }>
  /** Whether everybody can read a repository. */
  isPublic(repository: { readonly owner: string; readonly repo: string }): Promise<boolean>
}

/** How GitHub is reached. */
export interface GitHubAccess {
  readonly token: Secret
  readonly apiUrl: string
  /** How requests go out; that of Node where it is left out. */
  readonly fetch?: Fetch
}

/** A client with one token; the library behind it is loaded when it is first needed, since that takes a while. */
export function createGitHub({ token, apiUrl, fetch: send = fetch }: GitHubAccess): GitHub {
  const open = async () => {
    const { getOctokit } = await import('@actions/github')
    return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: send } }).rest
  }
  return {
    isPublic: async (repository) => !(await (await open()).repos.get(repository)).data.private,
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
