import type { EnvironmentState, PlatformState } from './platform-state.js'
import { appName, routesOf } from './routes.js'
import { databaseHost, databasePort } from '../services/write-database-clients.js'

/** What the variables of a login are made from. */
export interface SessionInput {
  readonly state: PlatformState
  readonly environment: EnvironmentState
  readonly commit: string
  readonly appRoot: string
  readonly logs: string
  /** Whose login it is; the shop's if omitted. */
  readonly application?: string
  readonly database: {
    readonly name: string
    readonly user: string
    readonly password: string
    readonly port: number
    /** Folder of the server's files, which containers do not see. */
    readonly files: string
  }
}

/** The variables that a deployed environment shows to its processes. */
export function sessionEnvironment(input: SessionInput): Record<string, string> {
  const { state, environment, commit, appRoot, logs, application = appName } = input
  const variables = [...state.variables.values(), ...environment.variables.values()].filter(
    ({ enabled = true, visibleRuntime = true }) => enabled && visibleRuntime
  )
  const plain = variables.filter(({ name }) => name.startsWith('env:')).map(({ name, value }) => [name.slice(4), value])
  const others = variables.filter(({ name }) => !name.startsWith('env:')).map(({ name, value }) => [name, value])
  return {
    ...(Object.fromEntries(plain) as Record<string, string>),
    MAGENTO_CLOUD_RELATIONSHIPS: encode(relationships(input)),
    MAGENTO_CLOUD_ROUTES: encode(routesOf(environment)),
    MAGENTO_CLOUD_VARIABLES: encode(Object.fromEntries(others)),
    MAGENTO_CLOUD_APPLICATION: encode({ name: application }),
    MAGENTO_CLOUD_APPLICATION_NAME: application,
    MAGENTO_CLOUD_PROJECT: state.projectId,
    MAGENTO_CLOUD_ENVIRONMENT: environment.id,
    MAGENTO_CLOUD_BRANCH: environment.id,
    MAGENTO_CLOUD_TREE_ID: commit,
    MAGENTO_CLOUD_APP_DIR: appRoot,
    MAGENTO_CLOUD_LOG_DIR: logs,
    SANDBOX_DATABASE_PORT: String(input.database.port),
    ...placesOf(input)
  }
}

// Commerce on Cloud guide: /app and /var/log on Starter and integration, both called after the project on Pro.
function placesOf({ state, environment, database }: SessionInput): Record<string, string> {
  const { projectId } = state
  const { logins, type } = environment
  if (logins.length === 1) return { SANDBOX_LOG_PATH: '/var/log', SANDBOX_HIDDEN: database.files }
  const name = type === 'staging' ? `${projectId}_stg` : projectId
  return { SANDBOX_APP_NAME: name, SANDBOX_LOG_PATH: `/var/log/platform/${name}` }
}

// On dedicated nodes the server is at loopback; a container environment has it on a host of its own.
function relationships({ environment, database }: SessionInput): unknown {
  const { name, user, password } = database
  const isDedicated = environment.logins.length > 1
  const host = isDedicated ? '127.0.0.1' : databaseHost
  const entry = {
    host,
    ip: isDedicated ? host : '169.254.97.13',
    hostname: host,
    cluster: environment.machineName,
    port: isDedicated ? database.port : databasePort,
    path: name,
    scheme: 'mysql',
    username: user,
    password,
    rel: 'mysql',
    service: 'mysql',
    type: 'mysql:10.11',
    query: { is_master: true },
    fragment: null,
    public: false,
    host_mapped: false
  }
  const replica = { ...entry, query: { is_master: false } }
  return { database: [entry], ...(isDedicated ? { 'database-slave': [replica] } : {}) }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}
