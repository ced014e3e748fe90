import { createHash, randomBytes } from 'node:crypto'
import type { DeployFault } from '../sandbox-options.js'

/** One line of an activity's log. */
export interface LogItem {
  readonly _id: string
  readonly data: { readonly timestamp: string; readonly message: string }
}

/** What the platform did or is doing. */
export interface Activity {
  readonly id: string
  readonly type: string
  /** `staged`: built at 100 percent, and not live before environment:deploy. */
  state: 'pending' | 'in_progress' | 'complete' | 'cancelled' | 'staged'
  result: 'success' | 'failure' | null
  percent: number
  readonly createdAt: string
  startedAt: string | null
  completedAt: string | null
  readonly environments: readonly string[]
  readonly text: string
  readonly payload: Record<string, unknown>
  readonly parameters: Record<string, unknown>
  readonly log: LogItem[]
  /** Hooks with their exit codes, as newer releases of the API return them. */
  readonly commands: { readonly app: string; readonly type: string; readonly exit_code: number }[]
}

/** One variable of the project or an environment. */
export interface Variable {
  readonly name: string
  value: string
  readonly sensitive: boolean
  /** Default true. */
  readonly enabled?: boolean
  /** Default true. */
  readonly visibleBuild?: boolean
  /** Default true. */
  readonly visibleRuntime?: boolean
}

/** One backup as the platform lists it. */
export interface Backup {
  readonly id: string
  /** Whether the environment was stopped for it. */
  readonly safe: boolean
  readonly commit: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

/** A container next to the shop with its own login. */
export interface Neighbour {
  /** `blog` for another application, `mymagento--queue` for a worker of the shop. */
  readonly name: string
  readonly kind: 'application' | 'worker'
  /** `user@host`. */
  readonly login: string
}

/** One environment as the platform knows it. */
export interface EnvironmentState {
  readonly id: string
  readonly machineName: string
  readonly type: 'development' | 'staging' | 'production'
  /** `paused`: its containers are stopped until environment:resume. */
  status: 'active' | 'inactive' | 'dirty' | 'paused'
  headCommit: string | null
  lastDeployment: { readonly at: string; readonly successful: boolean } | null
  readonly variables: Map<string, Variable>
  /** Newest first. */
  readonly backups: Backup[]
  /** Logins as `user@host`, one per node. */
  readonly logins: readonly string[]
  /** Other applications and workers, which the API names before the shop. */
  readonly neighbours: readonly Neighbour[]
  url: string
  /** Whether it can be deployed without an outage (`--strategy rolling`). Default false. */
  readonly rolling?: boolean
}

/** Everything that the API returns. */
export interface PlatformState {
  readonly projectId: string
  readonly region: string
  readonly plan: 'starter' | 'pro'
  readonly environments: Map<string, EnvironmentState>
  readonly variables: Map<string, Variable>
  /** Newest first. */
  readonly activities: Activity[]
  readonly gitHubIntegration: boolean
  fault: DeployFault | null
}

const region = 'us-3'

/** The state of a new project with one active environment. */
export function createPlatformState(options: {
  readonly plan: 'starter' | 'pro'
  readonly environment: 'integration' | 'staging' | 'production'
  readonly gitHubIntegration: boolean
  readonly neighbours?: readonly string[]
}): PlatformState {
  const projectId = `p${randomBytes(6).toString('hex')}`
  const { plan, environment } = options
  const types = { integration: 'development', staging: 'staging', production: 'production' } as const
  const dedicated = plan === 'pro' && environment !== 'integration'
  const machineName = `${environment}-${createHash('sha1').update(projectId).digest('hex').slice(0, 7)}`
  const host = `ssh.${region}.magento.cloud`
  const logins = dedicated
    ? [1, 2, 3].map((node) => `${node}.ent-${projectId}-${machineName}@${host}`)
    : [`${projectId}-${machineName}--mymagento@${host}`]
  const state: EnvironmentState = {
    id: environment,
    machineName,
    type: types[environment],
    status: 'active',
    headCommit: null,
    lastDeployment: null,
    variables: new Map(),
    backups: [],
    logins,
    neighbours: (options.neighbours ?? []).map((name) => ({
      name,
      kind: name.includes('--') ? 'worker' : 'application',
      login: `${projectId}-${machineName}--${name}@${host}`
    })),
    url: ''
  }
  return {
    projectId,
    region,
    plan,
    environments: new Map([[environment, state]]),
    variables: new Map(),
    activities: [],
    gitHubIntegration: options.gitHubIntegration,
    fault: null
  }
}

/** Adds an activity, pending, as the newest. */
export function addActivity(
  state: PlatformState,
  given: Pick<Activity, 'type' | 'environments' | 'text'> & {
    readonly payload?: Record<string, unknown>
    readonly parameters?: Record<string, unknown>
  }
): Activity {
  const activity: Activity = {
    id: randomBytes(7).toString('hex'),
    type: given.type,
    state: 'pending',
    result: null,
    percent: 0,
    createdAt: new Date().toISOString(),
    startedAt: null,
    completedAt: null,
    environments: given.environments,
    text: given.text,
    payload: given.payload ?? {},
    parameters: given.parameters ?? {},
    log: [],
    commands: []
  }
  state.activities.unshift(activity)
  return activity
}

/** Appends text to the log of an activity, one item per line. */
export function logTo(activity: Activity, text: string): void {
  for (const line of text.split('\n')) {
    if (line === '') continue
    activity.log.push({
      _id: String(activity.log.length + 1),
      data: { timestamp: new Date().toISOString(), message: `${line}\n` }
    })
  }
}

/** Marks an activity as running. */
export function begin(activity: Activity): void {
  activity.state = 'in_progress'
  activity.startedAt = new Date().toISOString()
}

/** Marks an activity as ended. */
export function complete(activity: Activity, result: 'success' | 'failure'): void {
  activity.state = 'complete'
  activity.result = result
  activity.percent = 100
  activity.completedAt = new Date().toISOString()
}
