import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApiServer } from './cloud/api-server.js'
import { createGitHosts } from './cloud/git-hosts.js'
import { createPlatformState } from './cloud/platform-state.js'
import { createPushReceiver, type PushReceiver } from './cloud/receive-push.js'
import { startEnvironment } from './cloud/start-environment.js'
import { startResidentCli } from './cloud/resident-cli.js'
import { writeCli } from './cloud/write-cli.js'
import { startGitHubApi, type GitHubApi } from './github/api-server.js'
import { startPackageRepository } from './packages/package-repository.js'
import { runProgram } from './packages/run-program.js'
import { writeProject } from './packages/write-project.js'
import type { Sandbox, SandboxOptions } from './sandbox-options.js'
import { createSshCertifier } from './services/ssh-certifier.js'
import { createSshKey, knownHostsLines } from './services/ssh-host-key.js'
import { writeSshShim } from './services/ssh-shim.js'

/**
 * Starts a complete stand-in platform on loopback, with one project deployed on one environment. What was started
 * before a failure is stopped again.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'magento-cloud-sandbox-')))
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end().catch(() => undefined)
    if (options.directory === undefined) await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return await build(options, directory, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(
  options: SandboxOptions,
  directory: string,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>
): Promise<Sandbox> {
  const {
    plan = 'starter',
    environment = 'integration',
    topology = 'github',
    layout = 'allow-list',
    extension = 'none'
  } = options
  const { neighbours = [] } = options
  const state = createPlatformState({ plan, environment, gitHubIntegration: topology === 'github', neighbours })
  const environmentState = state.environments.get(environment)
  if (!environmentState) throw new Error(`There is no environment ${environment}`)
  if (options.adminEmail ?? true)
    environmentState.variables.set('ADMIN_EMAIL', { name: 'ADMIN_EMAIL', value: 'admin@example.com', sensitive: false })

  const repository = await startPackageRepository({
    packages: options.packages ?? 60,
    ...(options.mappedFiles !== undefined && { mappedFiles: options.mappedFiles }),
    ...(options.packageFiles !== undefined && { packageFiles: options.packageFiles }),
    ...(options.packageKilobytes !== undefined && { packageKilobytes: options.packageKilobytes }),
    ...(options.baseKilobytes !== undefined && { baseKilobytes: options.baseKilobytes }),
    ...(extension === 'blocks' && { extensionUpTo: options.fromVersion ?? '2.4.7-p3' })
  })
  stops.push(() => repository.stop())
  const checkout = join(directory, 'checkout')
  const homeDirectory = join(directory, 'home')
  const [project, certifier, hostKey] = await Promise.all([
    writeProject({
      directory: checkout,
      homeDirectory,
      repository,
      layout,
      branch: environment,
      extension: extension !== 'none',
      ...(options.fromVersion !== undefined && { fromVersion: options.fromVersion }),
      ...(options.eceTools !== undefined && { eceTools: options.eceTools })
    }),
    createSshCertifier({ directory: join(directory, 'keys') }),
    createSshKey(join(directory, 'keys'), 'host')
  ])
  let receiver: PushReceiver | null = null
  const api = await startApiServer({
    state,
    certifier,
    onPush: async (push) => receiver?.onPush(push),
    onRedeploy: (id) => receiver?.onRedeploy(id),
    onVariable: (id, activity) => receiver?.onVariable(id, activity),
    onDeploy: (id, strategy) => receiver?.onDeploy(id, strategy)
  })
  stops.push(() => api.stop())
  const git = await createGitHosts({ directory, env: project.env, apiUrl: api.url, hookToken: api.hookToken })
  const gitHub = await startGitHubApi({ origin: git.origin })
  stops.push(() => gitHub.stop())
  const running = await startEnvironment({
    directory,
    state,
    environment: environmentState,
    options,
    certifier,
    hostKey,
    git
  })
  stops.push(() => running.stop())
  // The first deployment is not kept waiting.
  let deploySeconds = 0
  receiver = createPushReceiver({
    directory,
    state,
    cloudRepository: git.cloud,
    origin: git.origin,
    buildEnv: project.env,
    deploySeconds: () => deploySeconds,
    publishEnvironment: (target, commit, oldRelease) => running.publish(target, commit, oldRelease)
  })
  const pushed = receiver
  stops.push(() => pushed.idle())

  const binDirectory = join(directory, 'bin')
  const shim = await writeSshShim({ binDirectory, routesFile: join(directory, 'routes') })
  await shim.setRoutes(running.routes)
  const cli = await startResidentCli()
  stops.push(() => cli.stop())
  writeCli(binDirectory, cli.port)
  const hosts = [`ssh.${state.region}.magento.cloud`, `git.${state.region}.magento.cloud`]
  const knownHosts = knownHostsLines(hostKey.publicKey, hosts)
  const env = await userEnvironment({ directory, binDirectory, apiUrl: api.url, gitHub, knownHosts })
  const gitEnv = { ...project.env, ...env }
  const gitHere = (...args: string[]): Promise<unknown> => runProgram(['git', ...args], { cwd: checkout, env: gitEnv })
  await gitHere('remote', 'add', 'origin', git.origin)
  if (topology === 'direct') await gitHere('remote', 'add', 'magento', running.cloudRemote)
  // The first deployment comes through the same door as every later one.
  await gitHere('push', '--quiet', topology === 'github' ? 'origin' : git.cloud, environment)
  if (topology === 'direct') await gitHere('push', '--quiet', 'origin', environment)
  await pushed.idle()
  const first = state.activities.find(({ type }) => type === 'environment.push')
  if (first?.result !== 'success')
    throw new Error(`The first deployment failed:\n${(first?.log ?? []).map(({ data }) => data.message).join('')}`)
  state.fault = options.fault ?? null
  deploySeconds = options.deploySeconds ?? 0
  return {
    directory,
    checkout,
    origin: git.origin,
    projectId: state.projectId,
    environment,
    env,
    credentials: {
      composerUsername: repository.username,
      composerPassword: repository.password,
      cloudToken: api.token,
      databasePassword: running.databasePassword,
      githubToken: gitHub.token
    },
    githubApiUrl: gitHub.url,
    knownHosts,
    composerRepositoryUrl: repository.url,
    storefrontUrl: environmentState.url,
    setFault: (fault) => {
      state.fault = fault
      return Promise.resolve()
    },
    idle: () => pushed.idle(),
    stop
  }
}

/** The environment of a person or a program that uses the platform: its programs first, nothing of the machine's configuration. */
async function userEnvironment(options: {
  directory: string
  binDirectory: string
  apiUrl: string
  gitHub: GitHubApi
  knownHosts: string
}): Promise<Record<string, string>> {
  const { directory, binDirectory, apiUrl, gitHub } = options
  const home = join(directory, 'user')
  await mkdir(home, { recursive: true })
  const gitConfig = join(home, 'gitconfig')
  await writeFile(
    gitConfig,
    '[user]\n\tname = Shop Developer\n\temail = developer@example.com\n[init]\n\tdefaultBranch = main\n'
  )
  const hostKeys = join(home, 'host-keys')
  await writeFile(hostKeys, options.knownHosts)
  return {
    PATH: `${binDirectory}:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`,
    HOME: home,
    LANG: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: gitConfig,
    GIT_CONFIG_NOSYSTEM: '1',
    MAGENTO_CLOUD_CLI_API_URL: apiUrl,
    MAGENTO_CLOUD_CLI_AUTH_URL: apiUrl,
    MAGENTO_CLOUD_CLI_CERTIFIER_URL: apiUrl,
    MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: hostKeys,
    GITHUB_API_URL: gitHub.url,
    GITHUB_REPOSITORY: gitHub.repository
  }
}
