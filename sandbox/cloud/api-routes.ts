import type { SshCertifier } from '../services/ssh-certifier.js'
import { answerActivities } from './answer-activities.js'
import { answerBackups, createBackup } from './answer-backups.js'
import { answerVariables } from './answer-variables.js'
import { accepted, notFound, ok, type ApiAnswer, type ApiRequest } from './api-answer.js'
import type { Activity, EnvironmentState, PlatformState } from './platform-state.js'
import { renderActivity, renderDeployment, renderEnvironment } from './render-api.js'

/** What the routes work with. */
export interface ApiContext {
  readonly state: PlatformState
  readonly certifier: SshCertifier
  readonly onRedeploy: (environment: string) => void
  /** Redeploys an environment as an activity that is listed already. */
  readonly onVariable?: (environment: string, activity: Activity) => void
  readonly onDeploy?: (environment: string, strategy: string) => void
}

const userId = 'user-1'

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
      return answerIntegrations(state, id)
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
          environment,
          redeploy: context.onVariable
        },
        id
      )
    case 'activities':
      return answerActivities(state, { ...request, query: withEnvironment(request.query, environment.id) }, id, log)
    case 'backups':
      return answerBackups(state, environment, request.method, [id, log])
    case 'backup':
      return createBackup(state, environment, request.body)
    case 'settings':
      return ok({ enable_manual_deployments: state.fault === 'staged', _links: {} })
    case 'deploy': {
      const { strategy = 'stopstart' } = JSON.parse(request.body || '{}') as { strategy?: string }
      context.onDeploy?.(environment.id, strategy)
      return accepted(state.activities.slice(0, 1).map((each) => renderActivity(state, each)))
    }
    case 'redeploy':
      context.onRedeploy(environment.id)
      return accepted(state.activities.slice(0, 1).map((each) => renderActivity(state, each)))
    default:
      return notFound
  }
}

function withEnvironment(query: URLSearchParams, id: string): URLSearchParams {
  const extended = new URLSearchParams(query)
  extended.set('environment', id)
  return extended
}

function answerIntegrations({ projectId, gitHubIntegration }: PlatformState, id: string | undefined): ApiAnswer {
  const self = `/projects/${projectId}/integrations/gh1`
  const gitHub = {
    id: 'gh1',
    type: 'github',
    repository: 'shop/project',
    fetch_branches: true,
    prune_branches: true,
    build_pull_requests: true,
    _links: { self: { href: self }, '#hook': { href: `${self}/hook` } }
  }
  if (id === undefined) return ok(gitHubIntegration ? [gitHub] : [])
  return gitHubIntegration && id === gitHub.id ? ok(gitHub) : notFound
}
