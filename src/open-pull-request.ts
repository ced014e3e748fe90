import { UpgradeError } from './errors.js'
import type { OpenProject } from './open-project.js'
import { githubRepository } from './project/github-repository.js'
import type { Plan } from './report.js'
import { renderPlan } from './render-plan.js'
import type { Telling } from './tell-story.js'
import { createGitHub } from './tools/github.js'
import { createFetch } from './tools/proxied-fetch.js'

/** Opens the pull request of `branch`, or brings the one that is open up to date. */
export async function openPullRequest(
  { options, context }: Telling,
  project: OpenProject,
  branch: string,
  plan: Plan
): Promise<void> {
  const { environment, logger } = context
  const url = (await project.git.read('remote', 'get-url', options.remote)).trim()
  const [owner, repo] = environment['GITHUB_REPOSITORY']?.split('/') ?? []
  const repository = owner && repo ? { owner, repo } : githubRepository(url)
  if (repository === null) {
    throw new UpgradeError('bad-input', {
      message: `The remote ${options.remote} is no GitHub repository, so there can be no pull request.`,
      unchanged: `The branch ${branch} was pushed; nothing else was changed.`,
      next: 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.'
    })
  }
  const github = createGitHub({
    token: options.githubToken,
    apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    fetch: createFetch(environment)
  })
  const title = `Upgrade Adobe Commerce from ${plan.fromVersion} to ${plan.toVersion}`
  const { created, url: address } = await github.upsertPullRequest({
    ...repository,
    head: branch,
    base: project.branch,
    title,
    body: renderPlan(plan)
  })
  logger.info(`${created ? 'Opened' : 'Updated'} the pull request ${address}`)
}
