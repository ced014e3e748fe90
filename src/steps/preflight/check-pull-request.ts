import type { Problem } from '../../errors.js'
import type { GitHubRepository } from '../../project/github-repository.js'
import type { GitHub, GitHubSays } from '../../tools/github.js'

/** What a pull request will need. */
interface PullRequestCheckInput {
  /** Null if the remote is not a GitHub repository. */
  readonly repository: GitHubRepository | null
  readonly remote: string
  readonly base: string
  readonly hasToken: boolean
}

/**
 * Problems that would keep the pull request from being opened, found before anything is pushed. GitHub is asked for a
 * pull request of the branch into itself, which it always refuses: because of the token (403), the setting of Actions
 * (403) or, if neither is a problem, because there are no commits (422).
 */
export async function checkPullRequest(
  github: Pick<GitHub, 'askRepository' | 'askPullRequest'>,
  { repository, remote, base, hasToken }: PullRequestCheckInput
): Promise<readonly Problem[]> {
  const name = repository ? `${repository.owner}/${repository.repo}` : ''
  if (repository === null) {
    const message = `The remote ${remote} is not a GitHub repository, so no pull request can be opened.`
    return [problem('pull-request-remote', message, 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.')]
  }
  if (!hasToken) return [secret('pull-request: true needs a github-token, and none is set.', give)]
  const seen = await github.askRepository(repository)
  if (seen.status !== 200) return [ofRepository(name, seen)]
  if (seen.archived)
    return [problem('pull-request-archived', `${name} is archived, so it is read-only.`, 'Unarchive it.')]
  return ofPullRequest(name, await github.askPullRequest({ ...repository, base }))
}

const give = 'Set github-token: ${{ github.token }}, and the job permissions: contents: write and pull-requests: write.'

function ofRepository(name: string, { status, message }: GitHubSays): Problem {
  if (status === 401) return secret('GitHub rejects the github-token (401): it is wrong, expired or revoked.', give)
  if (status === 404)
    return secret(`The github-token has no access to ${name} (404).`, `Use a token for ${name}. ${give}`)
  if (status === 403) return secret(`GitHub rejects the github-token for ${name}: ${message}`, give)
  return unreachable(status, message)
}

function ofPullRequest(name: string, { status, message, accepted }: GitHubSays): readonly Problem[] {
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return [
      secret(
        `GitHub Actions is not allowed to create pull requests in ${name}.`,
        'Enable "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General (first in the organization), or use the token of an App.'
      )
    ]
  }
  if (status === 422) return []
  if (status === 401 || status === 403 || status === 404) {
    const missing = accepted.replaceAll('_', '-').replaceAll('=', ': ') || 'pull-requests: write'
    return [secret(`The github-token cannot open pull requests in ${name}: it lacks ${missing} (${message}).`, give)]
  }
  return [unreachable(status, message)]
}

function unreachable(status: number | null, message: string): Problem {
  const told = status === null ? message : `${status} ${message}`
  return problem(
    'pull-request-github',
    `GitHub does not answer as expected: ${told}`,
    'Run again in a few minutes; see githubstatus.com.'
  )
}

function secret(message: string, fix: string): Problem {
  return problem('github-token-bad-secret', message, fix)
}

function problem(id: Problem['id'], message: string, fix: string): Problem {
  return { id, severity: 'error', message, fix }
}
