import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApiServer, type ApiFault, type ApiServer } from '../../sandbox/cloud/api-server.js'
import { addActivity, begin, complete, createPlatformState, logTo } from '../../sandbox/cloud/platform-state.js'
import type { EnvironmentState, Neighbour, PlatformState } from '../../sandbox/cloud/platform-state.js'
import { writeCli } from '../../sandbox/cloud/write-cli.js'
import { startDatabase } from '../../sandbox/services/database.js'
import { createSshCertifier } from '../../sandbox/services/ssh-certifier.js'
import { createSshKey, knownHostsLines } from '../../sandbox/services/ssh-host-key.js'
import { startSshNode, type SshNode } from '../../sandbox/services/ssh-node.js'
import { writeSshShim } from '../../sandbox/services/ssh-shim.js'
import { Secret } from '../../src/secrets/secret.js'
import type { Environment } from '../../src/tools/process/child-environment.js'
import { files } from '../../src/tools/files.js'
import { createMagentoCloud, type MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import { cliEnvironment } from '../../src/tools/magento-cloud/cli-environment.js'
import { withPinnedSsh } from '../../src/tools/ssh/pinned-ssh.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import type { CommandResult } from '../../src/tools/process/command.js'
import { upstreamConfig } from './upstream-config.js'

/** A program that is to keep the contract. */
export interface Program {
  readonly name: string
  /** What runs it; null for the stand-in. */
  readonly argv: readonly string[] | null
  /** Whether it must be configured to act as magento-cloud. */
  readonly configure: boolean
}

/** What differs from a healthy platform for one case. */
export interface Given {
  readonly token?: 'wrong' | 'none'
  readonly fault?: readonly [ApiFault, requests: number, path?: string]
  /** Where the API is looked for. */
  readonly api?: string
  readonly hostKeys?: 'none'
  /** What the servers print on stdout at each login. */
  readonly greeting?: string
  readonly home?: 'missing'
  /** The environment has no activities yet. */
  readonly noActivities?: boolean
  /** The environment has a push that is built and not live. */
  readonly staged?: string
  /** The environment has the variable A. */
  readonly variable?: boolean
}

/** The platform that every program is asked about. */
export interface World {
  readonly state: PlatformState
  /** Id of the newest activity, a push that failed. */
  readonly pushed: () => string
  /** `fill` puts ids of the platform as it then is into the words of the command line. */
  run(
    program: Program,
    args: readonly string[],
    given: Given,
    fill: (word: string) => string
  ): Promise<CommandResult & { readonly home: string }>
  /** The tool of the upgrade before the program; the platform is healthy where nothing else is given. */
  tool(program: Program, given?: Given): Promise<{ readonly cloud: MagentoCloud; readonly home: string }>
  stop(): Promise<void>
}

/** Starts API, database and one node; every run is given a home of its own, as the tool gives it one. */
export async function startWorld(): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'cli-contract-'))
  const state = createPlatformState({ plan: 'starter', environment: 'integration', gitHubIntegration: true })
  const environment = state.environments.get('integration') as EnvironmentState
  environment.url = 'https://shop.example'
  const nodes = [1, 2, 3].map((node) => `${node}.ent-${state.projectId}-production-vohbr3y@ssh.us-3.magento.cloud`)
  state.environments.set('production', {
    ...environment,
    id: 'production',
    machineName: 'production-vohbr3y',
    type: 'production',
    logins: nodes
  })
  const several = `${state.projectId}-several-pqr5stu`
  const beside = (name: string, kind: Neighbour['kind']): Neighbour => ({
    ...{ name, kind },
    login: `${several}--${name}@ssh.us-3.magento.cloud`
  })
  const neighbours = [beside('blog', 'application'), beside('mymagento--queue', 'worker')]
  const ownLogin = `${several}--mymagento@ssh.us-3.magento.cloud`
  state.environments.set('several', {
    ...environment,
    ...{ id: 'several', machineName: 'several-pqr5stu', logins: [ownLogin], neighbours }
  })
  state.environments.set('asleep', { ...environment, id: 'asleep', machineName: 'asleep-2345678', status: 'paused' })
  state.environments.set('rolling', {
    ...environment,
    ...{ id: 'rolling', machineName: 'rolling-3456789', rolling: true }
  })
  state.environments.set('old', { ...environment, id: 'old', machineName: 'old-1234567', status: 'inactive' })
  const certifier = await createSshCertifier({ directory: join(directory, 'authority') })
  const [api, services] = await Promise.all([
    startApiServer({
      state,
      certifier,
      onPush: () => Promise.resolve(),
      onRedeploy: (id) =>
        void addActivity(state, { type: 'environment.redeploy', environments: [id], text: 'Redeploy' })
    }),
    startServices(
      directory,
      [...environment.logins, ...nodes, ownLogin, ...neighbours.map(({ login }) => login)],
      certifier.publicKey
    )
  ])
  const prepare = async (program: Program, given: Given): Promise<{ home: string; parent: Environment }> => {
    reset(state, environment, given)
    await services.setGreeting(given.greeting ?? '')
    api.setFault(...(given.fault ?? (['html', 0] as const)))
    const home = await mkdtemp(join(directory, 'home-'))
    return {
      home,
      parent: await surroundings({ directory, home, api, knownHosts: services.knownHosts }, program, given)
    }
  }
  const run: World['run'] = async (program, args, given, fill) => {
    const { home, parent } = await prepare(program, given)
    const token = new Secret(given.token === 'wrong' ? 'wrong' : api.token)
    const { MAGENTO_CLOUD_CLI_TOKEN, ...rest } = cliEnvironment(parent, home, token)
    const env = {
      ...rest,
      ...(given.token === 'none' || MAGENTO_CLOUD_CLI_TOKEN === undefined ? {} : { MAGENTO_CLOUD_CLI_TOKEN }),
      ...(given.home === 'missing' && { MAGENTO_CLOUD_CLI_HOME: join(home, 'nowhere') })
    }
    const result = await createRunCommand()(['magento-cloud', ...args.map(fill)], {
      cwd: home,
      env,
      timeoutSeconds: 60
    })
    return { ...result, home }
  }
  return {
    state,
    pushed: () => state.activities.find(({ type }) => type === 'environment.push')?.id ?? '',
    run,
    tool: async (program, given = {}) => {
      const { home, parent: parentEnvironment } = await prepare(program, given)
      const app = { name: 'mymagento', from: 'file' } as const
      const ids = { project: state.projectId, environment: 'integration', token: new Secret(api.token), app }
      return { home, cloud: createMagentoCloud({ run: createRunCommand(), parentEnvironment, home, ...ids }) }
    },
    stop: async () => {
      await Promise.all([api.stop(), services.stop()])
      await rm(directory, { recursive: true, force: true })
    }
  }
}

function reset(state: PlatformState, environment: EnvironmentState, given: Given): void {
  environment.variables.clear()
  if (given.variable) environment.variables.set('A', { name: 'A', value: '1', sensitive: false })
  state.activities.length = 0
  environment.backups.length = 0
  if (given.noActivities) return
  complete(addActivity(state, { type: 'integration.github.fetch', environments: [], text: 'Fetched' }), 'success')
  const parameters = { new_commit: 'c'.repeat(40) }
  const pushed = addActivity(state, {
    type: 'environment.push',
    environments: ['integration'],
    text: 'Pushed',
    parameters
  })
  begin(pushed)
  logTo(pushed, 'Building application\nDeploying')
  complete(pushed, 'failure')
  begin(addActivity(state, { type: 'environment.redeploy', environments: ['integration'], text: 'Redeploying' }))
  if (given.staged === undefined) return
  const built = addActivity(state, { type: 'environment.push', environments: [given.staged], text: 'Pushed' })
  complete(built, 'success')
  built.state = 'staged'
}

interface Surroundings {
  readonly directory: string
  readonly home: string
  readonly api: ApiServer
  readonly knownHosts: string
}

/** The environment that an upgrade would find on a machine with this program. */
async function surroundings(
  { directory, home, api, knownHosts }: Surroundings,
  program: Program,
  given: Given
): Promise<Environment> {
  const url = given.api ?? api.url
  const endpoints = {
    ...Object.fromEntries(
      ['API_URL', 'AUTH_URL', 'CERTIFIER_URL', 'ACCOUNTS_API'].map((name) => [`MAGENTO_CLOUD_CLI_${name}`, url])
    ),
    MAGENTO_CLOUD_CLI_OAUTH2_TOKEN_URL: `${url}/oauth2/token`
  }
  const knownHostsFile = join(home, 'known_hosts')
  const config = join(home, 'config.yaml')
  await writeFile(knownHostsFile, given.hostKeys === 'none' ? '' : knownHosts)
  await writeFile(config, upstreamConfig(url))
  const own = join(home, 'own')
  if (program.argv !== null) await files.writeProgram(join(own, 'magento-cloud'), wrapper(program.argv))
  const parent = {
    PATH: `${own}:${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
    ...endpoints,
    ...(program.configure ? { CLI_CONFIG_FILE: config } : { MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: knownHostsFile }),
    // What a runner may have from elsewhere must not reach the program.
    MAGENTO_CLOUD_PROJECT: 'somebody-elses',
    MAGENTO_CLOUD_BRANCH: 'somebody-elses'
  }
  return withPinnedSsh(files, parent, { folder: join(home, 'bin'), knownHostsFile, hostKey: 'pinned' })
}

function wrapper(argv: readonly string[]): string {
  const words = argv.map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  return `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`
}

async function startServices(
  directory: string,
  logins: readonly string[],
  trustedUserCa: string
): Promise<{ readonly knownHosts: string; readonly stop: () => Promise<void> } & Pick<SshNode, 'setGreeting'>> {
  const bin = join(directory, 'bin')
  const logs = join(directory, 'logs')
  await mkdir(logs)
  await writeFile(join(logs, 'deploy.log'), 'one\ntwo\nthree\n')
  const hostKey = await createSshKey(join(directory, 'keys'), 'host')
  const database = await startDatabase({ directory: join(directory, 'db') })
  await database.createSchema({ name: 'main', user: 'shop', password: "p'a ss", rows: 5, modules: [] })
  const good = {
    host: '127.0.0.1',
    port: database.port,
    path: 'main',
    scheme: 'mysql',
    username: 'shop',
    password: "p'a ss"
  }
  const service = { service: 'mysql', rel: 'mysql', type: 'mysql:10.11', query: { is_master: true }, fragment: null }
  const relationships = {
    database: [{ ...good, ...service }],
    'database-slave': [{ ...good, ...service, password: 'wrong' }],
    redis: [{ scheme: 'redis', host: 'redis.internal', port: 6379, path: null, query: {}, service: 'redis' }]
  }
  const node = await startSshNode({
    directory,
    name: 'one',
    hostKeyFile: hostKey.privateKeyFile,
    trustedUserCa,
    session: { kind: 'application', appRoot: join(directory, 'app') },
    environment: {
      MAGENTO_CLOUD_LOG_DIR: logs,
      MAGENTO_CLOUD_RELATIONSHIPS: Buffer.from(JSON.stringify(relationships)).toString('base64')
    }
  })
  const shim = await writeSshShim({ binDirectory: bin, routesFile: join(directory, 'routes') })
  await shim.setRoutes(Object.fromEntries(logins.map((login) => [login, node])))
  writeCli(bin)
  return {
    knownHosts: knownHostsLines(hostKey.publicKey, ['ssh.us-3.magento.cloud']),
    setGreeting: (text) => node.setGreeting(text),
    stop: async () => {
      await Promise.all([node.stop(), database.stop()])
    }
  }
}
