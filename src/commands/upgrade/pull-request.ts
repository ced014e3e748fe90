import { UpgradeError } from '../../errors.js'
import type { CloudSession } from '../../run/cloud-session.js'
import type { ProjectSession } from '../../run/project-session.js'
import { githubRepository, type GitHubRepository } from '../../project/github-repository.js'
import type { Plan } from '../../report/report.js'
import { renderPullRequest } from '../../report/render-pull-request.js'
import { lastDeploymentSeconds } from './last-deployment.js'
import { backupWarnings } from '../../run/backup-warnings.js'
import { composeReport } from '../../run/run-state.js'
import type { Run } from '../../run/run.js'
import type { Git } from '../../tools/git/git.js'
import { createGitHub, githubSays } from '../../tools/github.js'
import { createFetch } from '../../tools/http/proxied-fetch.js'

/** Opens the pull request of `branch`, or updates the open one. */
export async function openPullRequest(
  thisRun: Run,
  { project, platform }: { readonly project: ProjectSession; readonly platform: CloudSession | null },
  branch: string,
  plan: Plan
): Promise<void> {
  const { options, context, facts, ledger } = thisRun
  const { environment, logger } = context
  const repository = await repositoryOfPullRequest({ options, context }, project.git)
  if (repository === null) throw unopened(branch, 'bad-input', `the remote ${options.remote} is no GitHub repository`)
  const github = createGitHub({
    token: options.githubToken,
    apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    fetch: createFetch(environment),
    redact: context.redact
  })
  const title = `Upgrade Adobe Commerce from ${plan.fromVersion} to ${plan.toVersion}`
  const body = await bodyOf(thisRun, platform)
  const input = { ...repository, head: branch, base: project.branch, title, body }
  const effect = ledger.intend('pull-request', `the pull request of ${branch} was opened or updated`)
  const { created, number, url } = await github.upsertPullRequest(input).catch((error: unknown) => {
    const { status, message } = githubSays(error, context.redact)
    const isLost = status === null || status >= 500
    if (isLost) effect.unknown()
    else effect.undone()
    throw unopened(branch, isLost || status === 429 ? 'retry-later' : 'push-rejected', message)
  })
  effect.done()
  facts.pullRequest = { number, url, created }
  logger.info(`${created ? 'Opened' : 'Updated'} the pull request ${url}`)
}

async function bodyOf({ facts, secrets, stepTimer }: Run, platform: CloudSession | null): Promise<string> {
  const report = composeReport(facts, stepTimer.steps, 0, null, secrets)
  return renderPullRequest(report, {
    backupWarnings: backupWarnings(report),
    lastDeploymentSeconds: platform === null ? null : await lastDeploymentSeconds(platform)
  })
}

/** The repository of the pull request: that of the workflow, else that of the remote; null if neither is on GitHub. */
export async function repositoryOfPullRequest(
  { options, context }: Pick<Run, 'options' | 'context'>,
  git: Git
): Promise<GitHubRepository | null> {
  const [owner, repo] = context.environment['GITHUB_REPOSITORY']?.split('/') ?? []
  if (owner && repo) return { owner, repo }
  return githubRepository((await git.run('remote', 'get-url', options.remote)).stdout)
}

function unopened(branch: string, code: 'bad-input' | 'push-rejected' | 'retry-later', why: string): UpgradeError {
  return new UpgradeError(code, {
    message: `The branch ${branch} was pushed, but its pull request could not be opened: ${why}.`,
    next: 'Open it by hand, or fix what is named and run again: the branch is used as it is.'
  })
}
