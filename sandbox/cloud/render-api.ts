import type { Activity, EnvironmentState, PlatformState, Variable } from './platform-state.js'

const appName = 'mymagento'

/** The API's JSON of an environment, with the links that its state allows. */
export function renderEnvironment(state: PlatformState, environment: EnvironmentState): Record<string, unknown> {
  const { id, machineName, type, status, headCommit, lastDeployment, logins } = environment
  const self = `/projects/${state.projectId}/environments/${encodeURIComponent(id)}`
  const active = status === 'active'
  const ssh = logins.map((login, index) => [
    `pf:ssh:${appName}${logins.length > 1 ? `:${index + 1}` : ''}`,
    { href: `ssh://${login}` }
  ])
  const operations = active
    ? ['redeploy', 'backup', 'branch', 'merge', 'synchronize'].map((name) => [`#${name}`, { href: `${self}/${name}` }])
    : ['activate', 'delete'].map((name) => [`#${name}`, { href: `${self}/${name}` }])
  return {
    id,
    name: id,
    machine_name: machineName,
    title: id,
    type,
    status,
    parent: null,
    project: state.projectId,
    head_commit: headCommit,
    has_code: headCommit !== null,
    is_main: type === 'production',
    is_dirty: status === 'dirty',
    has_remote: true,
    edge_hostname: `${machineName}-${state.projectId}.${state.region}.magentosite.cloud`,
    deployment_target: 'local',
    created_at: '2026-01-01T10:00:00.000000+00:00',
    updated_at: new Date().toISOString(),
    deployment_state: lastDeployment && {
      last_deployment_successful: lastDeployment.successful,
      last_deployment_at: lastDeployment.at,
      crons: { enabled: true, status: 'running' }
    },
    http_access: { is_enabled: true, addresses: [], basic_auth: {} },
    _links: {
      self: { href: self },
      '#edit': { href: self },
      '#variables': { href: `${self}/variables` },
      '#manage-variables': { href: `${self}/variables` },
      ...Object.fromEntries(operations as [string, unknown][]),
      ...(active ? Object.fromEntries(ssh as [string, unknown][]) : {}),
      ...(active ? { ssh: { href: `ssh://${logins[0] ?? ''}` } } : {})
    }
  }
}

/** The API's JSON of an activity. */
export function renderActivity(state: PlatformState, activity: Activity): Record<string, unknown> {
  const self = `/projects/${state.projectId}/activities/${activity.id}`
  return {
    id: activity.id,
    type: activity.type,
    state: activity.state,
    result: activity.result,
    completion_percent: activity.percent,
    created_at: activity.createdAt,
    started_at: activity.startedAt,
    completed_at: activity.completedAt,
    updated_at: activity.completedAt ?? activity.startedAt ?? activity.createdAt,
    project: state.projectId,
    environments: activity.environments,
    description: activity.text,
    text: activity.text,
    payload: activity.payload,
    parameters: activity.parameters,
    timings: { wait: 0.1, execute: 1 },
    _links: { self: { href: self }, log: { href: `${self}/log` } }
  }
}

/** The API's JSON of a variable; a sensitive one hides its value. */
export function renderVariable(self: string, { name, value, sensitive }: Variable): Record<string, unknown> {
  const href = `${self}/${encodeURIComponent(name)}`
  return {
    id: name,
    name,
    ...(sensitive ? {} : { value }),
    is_json: false,
    is_sensitive: sensitive,
    visible_build: true,
    visible_runtime: true,
    is_enabled: true,
    is_inheritable: true,
    inherited: false,
    _links: { self: { href }, '#edit': { href } }
  }
}

/** The API's JSON of the current deployment of an active environment. */
export function renderDeployment(state: PlatformState, environment: EnvironmentState): Record<string, unknown> {
  const dedicated = environment.logins.length > 1
  const service = dedicated ? {} : { service: 'mysql', disk: 2048 }
  return {
    id: 'current',
    webapps: {
      [appName]: {
        name: appName,
        type: 'php:8.3',
        size: 'AUTO',
        disk: 5120,
        mounts: {},
        relationships: { database: 'mysql:mysql' },
        variables: {},
        hooks: {},
        web: { locations: {} },
        crons: {}
      }
    },
    services: { mysql: { type: 'mysql:10.11', size: 'AUTO', ...service, configuration: {} } },
    workers: {},
    routes: {
      [`${environment.url}/`]: {
        type: 'upstream',
        upstream: `${appName}:http`,
        original_url: 'https://{default}/',
        primary: true,
        id: null
      }
    },
    _links: { self: { href: `/projects/${state.projectId}/environments/${environment.id}/deployments/current` } }
  }
}
