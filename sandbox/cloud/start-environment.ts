import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SandboxOptions } from '../sandbox-options.js'
import { startDatabase, type Database } from '../services/database.js'
import type { SshCertifier } from '../services/ssh-certifier.js'
import type { SshKeyPair } from '../services/ssh-host-key.js'
import { startSshNode, type SshNode } from '../services/ssh-node.js'
import type { SshRoutes } from '../services/ssh-shim.js'
import { startTogether } from '../services/start-together.js'
import { startStorefront, type Storefront } from '../services/storefront.js'
import { writeDatabaseClients } from '../services/write-database-clients.js'
import { appPlaces } from './build-release.js'
import { platformLogs } from './deploy-commit.js'
import type { GitHosts } from './git-hosts.js'
import type { EnvironmentState, PlatformState } from './platform-state.js'
import { sessionEnvironment } from './session-environment.js'
import { startNeighbour, type RunningNeighbour } from './start-neighbour.js'

/** What an environment is started with. */
export interface EnvironmentInput {
  readonly directory: string
  readonly state: PlatformState
  readonly environment: EnvironmentState
  readonly options: SandboxOptions
  readonly certifier: SshCertifier
  readonly hostKey: SshKeyPair
  readonly git: GitHosts
}

/** The services of a running environment. */
export interface RunningEnvironment {
  readonly routes: SshRoutes
  readonly cloudRemote: string
  readonly databasePassword: string
  /**
   * Sets the variables of all logins for a commit and returns them; the second node stays on `oldRelease` if one is
   * given.
   */
  publish(
    environment: EnvironmentState,
    commit: string,
    oldRelease?: string | null
  ): Promise<Readonly<Record<string, string>>>
  stop(): Promise<void>
}

/** Starts database, storefront, one sshd per node and one for git. */
export async function startEnvironment(input: EnvironmentInput): Promise<RunningEnvironment> {
  const { directory, state, environment, options, certifier, hostKey, git } = input
  const places = appPlaces(directory, environment.id)
  await Promise.all(
    [places.mounts, places.releases, platformLogs(directory, environment.id)].map((path) =>
      mkdir(path, { recursive: true })
    )
  )
  const databasePassword = `${randomBytes(9).toString('base64url')}'"\\ #${randomBytes(3).toString('hex')}`
  const node = (name: string, session: Parameters<typeof startSshNode>[0]['session']): Promise<SshNode> =>
    startSshNode({ directory, name, hostKeyFile: hostKey.privateKeyFile, trustedUserCa: certifier.publicKey, session })
  const schema = { name: 'main', user: 'shop', password: databasePassword }
  const cloudRepository = `${state.projectId}.git`
  const startShop = async (): Promise<Database> => {
    const started = await startDatabase({ directory })
    try {
      await started.createSchema({ ...schema, rows: options.databaseRows ?? 2000, modules: [] })
      return started
    } catch (error) {
      await started.stop()
      throw error
    }
  }
  const folder = join(directory, 'environments', environment.id, 'neighbours')
  const neighbours: RunningNeighbour[] = []
  const startNeighbours = async (): Promise<void> => {
    for (const each of environment.neighbours)
      neighbours.push(
        await startNeighbour(folder, each, (appRoot) => node(each.name, { kind: 'application', appRoot }))
      )
  }
  const starts: [Promise<Database>, Promise<Storefront>, Promise<SshNode>, ...Promise<SshNode>[]] = [
    startShop(),
    startStorefront({ directory, appRoot: places.appRoot, binDirectory: places.clients }),
    node('git', { kind: 'git', repository: git.cloud, path: cloudRepository }),
    ...environment.logins.map((_, index) =>
      node(`${environment.id}-${index + 1}`, { kind: 'application', appRoot: places.appRoot })
    )
  ]
  const [database, storefront, gitNode, ...nodes] =
    await startTogether<[Database, Storefront, SshNode, ...SshNode[]]>(starts)
  environment.url = storefront.url
  await writeDatabaseClients(places.clients, database.port)
  await startNeighbours()
  for (const { name, kind } of environment.neighbours)
    if (kind === 'application') await database.createSchema({ ...schema, name, user: name, rows: 3, modules: [] })
  const gitLogin = `${state.projectId}@git.${state.region}.magento.cloud`
  const route = ({ port, osUser }: SshNode): { port: number; osUser: string } => ({ port, osUser })
  return {
    routes: Object.fromEntries([
      [gitLogin, route(gitNode)],
      ...environment.logins.map((login, index) => [login, route(nodes[index] as SshNode)]),
      ...neighbours.map(({ login, node: own }) => [login, route(own)])
    ]) as SshRoutes,
    cloudRemote: `${gitLogin}:${cloudRepository}`,
    databasePassword,
    publish: async (target, commit, oldRelease = null) => {
      const shared = { state, environment: target, commit, appRoot: places.appRoot }
      const logs = platformLogs(directory, target.id)
      const { port, files } = database
      const variables = sessionEnvironment({ ...shared, logs, database: { ...schema, port, files } })
      // The logs of the hooks are those of the first node.
      const own = (index: number): Record<string, string> => ({
        ...(index > 0 && { MAGENTO_CLOUD_LOG_DIR: `${logs}-${index + 1}` }),
        ...(oldRelease !== null && index === 1 && { SANDBOX_APP_ROOT: oldRelease })
      })
      await Promise.all(nodes.map((each, index) => each.setEnvironment({ ...variables, ...own(index) })))
      for (const [index, { name, kind }] of environment.neighbours.entries()) {
        const { node: login, logs: ownLogs } = neighbours[index] as RunningNeighbour
        const other = kind === 'application' ? { application: name } : {}
        const its = kind === 'application' ? { ...schema, name, user: name } : schema
        await login.setEnvironment(
          sessionEnvironment({ ...shared, logs: ownLogs, ...other, database: { ...its, port, files } })
        )
      }
      return { ...variables, PATH: `${places.clients}:${process.env['PATH'] ?? ''}` }
    },
    stop: async () => {
      await Promise.allSettled([
        storefront.stop(),
        gitNode.stop(),
        database.stop(),
        ...nodes.map((each) => each.stop()),
        ...neighbours.map((each) => each.node.stop())
      ])
    }
  }
}
