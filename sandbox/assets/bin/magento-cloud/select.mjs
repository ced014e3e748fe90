import { call } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { process } from './process.mjs'

/** The path of a project in the API. */
export const projectPath = (project) => `/projects/${encodeURIComponent(project.id)}`
/** The path of an environment in the API. */
export const environmentPath = (environment) =>
  `/projects/${encodeURIComponent(environment.project)}/environments/${encodeURIComponent(environment.id)}`

/** The project of `-p` or of the selector that a deployed container has in its environment. */
export async function selectProject(options) {
  const id = options.project ?? process.env['MAGENTO_CLOUD_PROJECT']
  if (!id)
    throw new CliError('Could not determine the current project.\n\nSpecify it manually using --project', {
      type: 'RootNotFoundException',
      exitCode: 2
    })
  const project = await call(projectPath({ id }), { optional: true })
  if (project === null) throw new CliError(`Specified project not found: ${id}`)
  return project
}

/** The environment of `-e`: an id, a machine name, or `.` for the default branch. */
export async function selectEnvironment(options) {
  const project = await selectProject(options)
  const given = options.environment ?? process.env['MAGENTO_CLOUD_BRANCH']
  if (!given)
    throw new CliError('Could not determine the current environment.\n\nSpecify it manually using --environment (-e).')
  const wanted = given === '.' ? project.default_branch : given
  const all = await call(`${projectPath(project)}/environments`)
  const environment = all.find(({ id }) => id === wanted) ?? all.find(({ machine_name: name }) => name === wanted)
  if (!environment) throw new CliError(`Specified environment not found: ${wanted}`)
  return { ...environment, project: project.id }
}

/** Posts to an operation's link; throws if the environment does not offer it. */
export async function operate(environment, operation, data) {
  const href = environment._links?.[`#${operation}`]?.href
  if (!href)
    throw new CliError(
      `Operation not available: ${operation} (environment ${environment.id}, status ${environment.status})`,
      {
        type: 'OperationUnavailableException'
      }
    )
  return call(href, { method: 'POST', data })
}
