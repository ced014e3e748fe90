import type { GivenOptions } from '../run/normalize-options.js'
import { readEvent, type RunnerVariables } from './read-event.js'

/** Whether the workflow's repository is private, from the event or else from GitHub; null if unknown. */
export async function isRepositoryPrivate(
  token: GivenOptions['githubToken'],
  environment: RunnerVariables
): Promise<boolean | null> {
  const { repository } = await readEvent(environment)
  if (repository?.private !== undefined) return repository.private
  const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '').split('/')
  if (repo === '') return null
  const { isPublicRepository } = await import(/* webpackChunkName: "library" */ '../run/repository-visibility.js')
  const apiUrl = environment['GITHUB_API_URL'] ?? 'https://api.github.com'
  const isPublic = await isPublicRepository({ owner, repo }, { token: token ?? '', apiUrl, environment })
  return isPublic === null ? null : !isPublic
}
