import type { Activity, Backup, EnvironmentState, PlatformState, Variable } from './platform-state.js'
import { appName, routesOf } from './routes.js'

/** The API's JSON of an environment, with the links that its state allows. */
export function renderEnvironment(state: PlatformState, environment: EnvironmentState): Record<string, unknown> {
  const { id, machineName, type, status, headCommit, lastDeployment, logins, neighbours } = environment
  const self = `/projects/${state.projectId}/environments/${encodeURIComponent(id)}`
  const active = status === 'active'
  const ssh = [
    ...neighbours.map(({ name, login }) => [`pf:ssh:${name}`, { href: `ssh://${login}` }]),
    ...logins.map((login, index) => [
      `pf:ssh:${appName}${logins.length > 1 ? `:${index + 1}` : ''}`,
      { href: `ssh://${login}` }
    ])
  ]
  // Dedicated nodes have no backups of this kind.
  const backup = logins.length > 1 ? [] : ['backup']
  const operations = active
    ? ['redeploy', 'deploy', ...backup, 'branch', 'merge', 'synchronize'].map((name) => [
        `#${name}`,
        { href: `${self}/${name}` }
      ])
    : [status === 'paused' ? 'resume' : 'activate', 'delete'].map((name) => [`#${name}`, { href: `${self}/${name}` }])
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
    has_staged_activities: state.activities.some(
      ({ state: is, environments }) => is === 'staged' && environments.includes(id)
    ),
    can_rolling_deploy: environment.rolling ?? false,
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
    ...(activity.commands.length > 0 && { commands: activity.commands }),
    timings: {
      wait: secondsBetween(activity.createdAt, activity.startedAt),
      execute: secondsBetween(activity.startedAt, activity.completedAt)
    },
    _links: { self: { href: self }, log: { href: `${self}/log` } }
  }
}

/** The API's JSON of a variable; a sensitive one hides its value. */
export function renderVariable(self: string, variable: Variable): Record<string, unknown> {
  const { name, value, sensitive, enabled = true, visibleBuild = true, visibleRuntime = true } = variable
  const href = `${self}/${encodeURIComponent(name)}`
  return {
    id: name,
    name,
    ...(sensitive ? {} : { value }),
    is_json: false,
    is_sensitive: sensitive,
    visible_build: visibleBuild,
    visible_runtime: visibleRuntime,
    is_enabled: enabled,
    is_inheritable: true,
    inherited: false,
    _links: { self: { href }, '#edit': { href } }
  }
}

/** The API's JSON of the current deployment of an active environment. */
export function renderDeployment(state: PlatformState, environment: EnvironmentState): Record<string, unknown> {
  const dedicated = environment.logins.length > 1
  const service = dedicated ? {} : { service: 'mysql', disk: 2048 }
  const named = (wanted: 'application' | 'worker'): readonly string[] =>
    environment.neighbours.filter(({ kind }) => kind === wanted).map(({ name }) => name)
  return {
    id: 'current',
    webapps: containers([...named('application'), appName]),
    services: { mysql: { type: 'mysql:10.11', size: 'AUTO', ...service, configuration: {} } },
    workers: containers(named('worker')),
    routes: routesOf(environment),
    _links: { self: { href: `/projects/${state.projectId}/environments/${environment.id}/deployments/current` } }
  }
}

function containers(names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        name,
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
    ])
  )
}

/** The API's JSON of a backup. */
export function renderBackup(
  state: PlatformState,
  environment: EnvironmentState,
  backup: Backup
): Record<string, unknown> {
  const { id, safe, commit, createdAt, expiresAt } = backup
  const self = `/projects/${state.projectId}/environments/${encodeURIComponent(environment.id)}/backups/${id}`
  return {
    id,
    environment: environment.id,
    status: 'CREATED',
    safe,
    restorable: true,
    automated: false,
    index: null,
    commit_id: commit,
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: expiresAt,
    _links: { self: { href: self }, '#restore': { href: `${self}/restore` } }
  }
}

function secondsBetween(start: string | null, end: string | null): number {
  return start === null || end === null ? 0 : (Date.parse(end) - Date.parse(start)) / 1000
}
