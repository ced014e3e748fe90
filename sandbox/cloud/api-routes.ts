import type { SshCertifier } from '../services/ssh-certifier.js'
import { addActivity, complete, type EnvironmentState, type PlatformState, type Variable } from './platform-state.js'
import { renderActivity, renderDeployment, renderEnvironment, renderVariable } from './render-api.js'

/** One request to the API. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

/** Its answer: JSON, or text as it is. */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

/** What the routes work with. */
export interface ApiContext {
  readonly state: PlatformState
  readonly certifier: SshCertifier
  readonly onRedeploy: (environment: string) => void
}

const userId = 'user-1'
const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body })
const notFound: ApiAnswer = { status: 404, body: { message: 'Not found', code: 404 } }

/** Answers one authorised request. */
export async function answerApi(context: ApiContext, request: ApiRequest): Promise<ApiAnswer> {
  const { state, certifier } = context
  const parts = request.path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
  if (request.path === '/users/me')
    return ok({ id: userId, username: 'developer', email: 'developer@example.com', mfa_enabled: false })
  if (request.path === '/me')
    return ok({
      id: userId,
      uuid: userId,
      username: 'developer',
      mail: 'developer@example.com',
      ssh_keys: [],
      projects: [projectOf(state)]
    })
  if (request.path === '/ssh' && request.method === 'POST') {
    const { key } = JSON.parse(request.body) as { key: string }
    return ok({ certificate: await certifier.signKey(key, { keyId: userId, seconds: 3600 }) })
  }
  if (parts[0] !== 'projects' || parts[1] !== state.projectId) return notFound
  return answerProject(context, request, parts.slice(2))
}

function projectOf(state: PlatformState): Record<string, unknown> {
  const { projectId: id, region, plan } = state
  return {
    id,
    name: id,
    title: 'Sandbox',
    region: `${region}.magento.cloud`,
    endpoint: `/projects/${id}`,
    default_branch: 'production',
    repository: { url: `${id}@git.${region}.magento.cloud:${id}.git` },
    subscription: {
      license_uri: '',
      plan: plan === 'pro' ? 'magento/enterprise' : 'magento/starter',
      suspended: false,
      storage: 5120,
      environments: 3
    },
    owner: userId,
    timezone: 'UTC',
    created_at: '2026-01-01T10:00:00+00:00',
    updated_at: '2026-01-01T10:00:00+00:00',
    _links: { self: { href: `/projects/${id}` }, '#edit': { href: `/projects/${id}` } }
  }
}

function answerProject(context: ApiContext, request: ApiRequest, [kind, id, ...rest]: readonly string[]): ApiAnswer {
  const { state } = context
  const self = `/projects/${state.projectId}`
  switch (kind) {
    case undefined:
      return ok(projectOf(state))
    case 'environments': {
      const environment = id === undefined ? undefined : state.environments.get(id)
      if (id === undefined) return ok([...state.environments.values()].map((each) => renderEnvironment(state, each)))
      return environment ? answerEnvironment(context, request, environment, rest) : notFound
    }
    case 'variables':
      return answerVariables(
        state,
        request,
        { self: `${self}/variables`, variables: state.variables, environment: null },
        id
      )
    case 'activities':
      return answerActivities(state, request, id, rest[0])
    case 'integrations':
      return ok(
        state.gitHubIntegration
          ? [
              {
                id: 'gh1',
                type: 'github',
                repository: 'shop/project',
                fetch_branches: true,
                prune_branches: true,
                build_pull_requests: true,
                _links: { self: { href: `${self}/integrations/gh1` } }
              }
            ]
          : []
      )
    case 'settings':
      return ok({ enable_manual_deployments: false, _links: {} })
    case 'capabilities':
      return ok({})
    default:
      return notFound
  }
}

function answerEnvironment(
  context: ApiContext,
  request: ApiRequest,
  environment: EnvironmentState,
  [kind, id, log]: readonly string[]
): ApiAnswer {
  const { state } = context
  switch (kind) {
    case undefined:
      return ok(renderEnvironment(state, environment))
    case 'deployments':
      return environment.status === 'active' ? ok(renderDeployment(state, environment)) : notFound
    case 'variables':
      return answerVariables(
        state,
        request,
        {
          self: `/projects/${state.projectId}/environments/${environment.id}/variables`,
          variables: environment.variables,
          environment
        },
        id
      )
    case 'activities':
      return answerActivities(state, { ...request, query: withEnvironment(request.query, environment.id) }, id, log)
    case 'backups':
      return ok([])
    case 'settings':
      return ok({ enable_manual_deployments: false, _links: {} })
    case 'redeploy':
      context.onRedeploy(environment.id)
      return ok(
        {
          status: 'Accepted',
          code: 202,
          _embedded: { activities: state.activities.slice(0, 1).map((each) => renderActivity(state, each)) }
        },
        202
      )
    default:
      return notFound
  }
}

function withEnvironment(query: URLSearchParams, id: string): URLSearchParams {
  const extended = new URLSearchParams(query)
  extended.set('environment', id)
  return extended
}

function answerActivities(
  state: PlatformState,
  { query }: ApiRequest,
  id: string | undefined,
  log: string | undefined
): ApiAnswer {
  if (id !== undefined) {
    const activity = state.activities.find((each) => each.id === id)
    if (!activity) return notFound
    if (log !== 'log') return ok(renderActivity(state, activity))
    const sealed = activity.state === 'complete' ? ['{"seal":true}'] : []
    return ok(`${[...activity.log.map((item) => JSON.stringify(item)), ...sealed].join('\n')}\n`)
  }
  const types = query.getAll('type')
  const matches = state.activities.filter(
    (each) =>
      (types.length === 0 || types.includes(each.type)) &&
      (!query.has('state') || query.getAll('state').includes(each.state)) &&
      (!query.has('result') || query.get('result') === each.result) &&
      (!query.has('environment') || each.environments.includes(query.get('environment') ?? '')) &&
      (!query.has('starts_at') || each.createdAt < (query.get('starts_at') ?? ''))
  )
  return ok(matches.slice(0, Number(query.get('count') ?? 10)).map((each) => renderActivity(state, each)))
}

interface VariableScope {
  readonly self: string
  readonly variables: Map<string, Variable>
  readonly environment: EnvironmentState | null
}

function answerVariables(
  state: PlatformState,
  request: ApiRequest,
  scope: VariableScope,
  name: string | undefined
): ApiAnswer {
  const { self, variables } = scope
  if (request.method === 'GET') {
    if (name === undefined) return ok([...variables.values()].map((each) => renderVariable(self, each)))
    const found = variables.get(name)
    return found ? ok(renderVariable(self, found)) : notFound
  }
  const given = JSON.parse(request.body) as { name?: string; value?: string; is_sensitive?: boolean }
  const key = name ?? given.name ?? ''
  if (request.method === 'POST' && variables.has(key))
    return ok({ message: 'The variable exists already', code: 409 }, 409)
  if (request.method === 'PATCH' && !variables.has(key)) return notFound
  const variable = {
    name: key,
    value: given.value ?? variables.get(key)?.value ?? '',
    sensitive: given.is_sensitive ?? false
  }
  variables.set(key, variable)
  const activities = scope.environment === null ? [] : [variableActivity(state, scope.environment, request.method)]
  return ok(
    { _embedded: { entity: renderVariable(self, variable), activities } },
    request.method === 'POST' ? 201 : 200
  )
}

function variableActivity(
  state: PlatformState,
  environment: EnvironmentState,
  method: string
): Record<string, unknown> {
  const verb = method === 'POST' ? 'create' : 'update'
  const activity = addActivity(state, {
    type: `environment.variable.${verb}`,
    environments: [environment.id],
    text: `Developer ${verb}d a variable on ${environment.id}`
  })
  complete(activity, 'success')
  return renderActivity(state, activity)
}
