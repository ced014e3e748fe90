import type { Problem } from '../../errors.js'
import type { GitHubRepository } from '../../project/github-repository.js'
import type { GitHub, GitHubSays } from '../../tools/github.js'

/** What a pull request is going to need. */
export interface PullRequestCheckInput {
  /** Null where the remote is no GitHub repository. */
  readonly repository: GitHubRepository | null
  readonly remote: string
  readonly base: string
  readonly hasToken: boolean
}

/**
 * Problems that would keep the pull request from being opened, before anything is pushed for it. GitHub is asked by a
 * request for a pull request of the branch into itself, which it refuses in any case: for the token (403), for the
 * setting of Actions (403), or, where neither stands in the way, for having no commits (422).
 */
export async function checkPullRequest(
  github: Pick<GitHub, 'askRepository' | 'askPullRequest'>,
  { repository, remote, base, hasToken }: PullRequestCheckInput
): Promise<readonly Problem[]> {
  const name = repository ? `${repository.owner}/${repository.repo}` : ''
  if (repository === null) {
    const message = `The remote ${remote} is no GitHub repository, so there can be no pull request.`
    return [problem('pull-request-remote', message, 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.')]
  }
  if (!hasToken) return [secret('pull-request: true needs a github-token, and there is none.', give)]
  const seen = await github.askRepository(repository)
  if (seen.status !== 200) return [ofRepository(name, seen)]
  if (seen.archived)
    return [problem('pull-request-archived', `${name} is archived, so it is read-only.`, 'Unarchive it.')]
  return ofPullRequest(name, await github.askPullRequest({ ...repository, base }))
}

const give =
  'Give github-token: ${{ github.token }}, and the job permissions: contents: write and pull-requests: write.'

function ofRepository(name: string, { status, message }: GitHubSays): Problem {
  if (status === 401)
    return secret('GitHub does not accept the github-token (401): it is wrong, expired or revoked.', give)
  if (status === 404) return secret(`The github-token may not see ${name} (404).`, `Use a token for ${name}. ${give}`)
  if (status === 403) return secret(`GitHub refuses the github-token for ${name}: ${message}`, give)
  return unreachable(status, message)
}

function ofPullRequest(name: string, { status, message, accepted }: GitHubSays): readonly Problem[] {
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return [
      secret(
        `GitHub Actions may not create pull requests in ${name}.`,
        'Switch on "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General (of the organization first), or use the token of an App.'
      )
    ]
  }
  if (status === 422) return []
  if (status === 401 || status === 403 || status === 404) {
    const missing = accepted.replaceAll('_', '-').replaceAll('=', ': ') || 'pull-requests: write'
    return [secret(`The github-token may not open pull requests in ${name}: it lacks ${missing} (${message}).`, give)]
  }
  return [unreachable(status, message)]
}

function unreachable(status: number | null, message: string): Problem {
  const told = status === null ? message : `${status} ${message}`
  return problem(
    'pull-request-github',
    `GitHub does not answer as it should: ${told}`,
    'Run again in a few minutes; see githubstatus.com.'
  )
}

function secret(message: string, fix: string): Problem {
  return problem('github-token-bad-secret', message, fix)
}

function problem(id: Problem['id'], message: string, fix: string): Problem {
  return { id, severity: 'error', message, fix }
}
