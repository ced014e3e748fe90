import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatformState, type EnvironmentState, type PlatformState } from './cloud/platform-state.js'
import { startResidentCli } from './cloud/resident-cli.js'
import { writeCli } from './cloud/write-cli.js'
import { deployFirst } from './deploy-first.js'
import { startPackageRepository, type PackageRepository } from './packages/package-repository.js'
import { writeProject, type WrittenProject } from './project/write-project.js'
import type { Sandbox, SandboxOptions } from './sandbox-options.js'
import { createSshCertifier } from './services/ssh-certifier.js'
import { createSshKey, knownHostsLines } from './services/ssh-host-key.js'
import { writeSshShim } from './services/ssh-shim.js'
import { startPlatform, type Platform } from './start-platform.js'
import { userEnvironment } from './user-environment.js'

type OnStarted = (stop: () => Promise<void>) => void

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
    return { ...(await build(options, directory, (end) => stops.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(options: SandboxOptions, directory: string, onStarted: OnStarted): Promise<Omit<Sandbox, 'stop'>> {
  const { environment: branch = 'integration', topology = 'github', onPart = () => undefined } = options
  const [state, environment] = newState(options, branch)
  onPart('package repository')
  const repository = await startRepository(options, onStarted)
  const checkout = join(directory, 'checkout')
  const keys = join(directory, 'keys')
  onPart('project, written and installed')
  const [project, certifier, hostKey] = await Promise.all([
    writeShop(options, { directory, checkout, branch, repository }),
    createSshCertifier({ directory: keys }),
    createSshKey(keys, 'host')
  ])
  const parts = { options, directory, state, environment, certifier, hostKey, buildEnv: project.env, onStarted }
  // The first deployment is not kept waiting.
  let deploySeconds = 0
  onPart('git, sshd, MariaDB, Cloud API, storefront')
  const platform = await startPlatform({ ...parts, deploySeconds: () => deploySeconds })
  const knownHosts = knownHostsLines(hostKey.publicKey, [
    `ssh.${state.region}.magento.cloud`,
    `git.${state.region}.magento.cloud`
  ])
  const env = await installPrograms(directory, platform, knownHosts, onStarted)
  onPart('first deployment')
  await deployFirst({ platform, state, topology, branch, checkout, env: { ...project.env, ...env } })
  state.fault = options.fault ?? null
  deploySeconds = options.deploySeconds ?? 0
  const place = { directory, checkout, environment: branch, env, knownHosts, storefrontUrl: environment.url }
  return { ...place, ...describe(state, repository, platform) }
}

function newState(
  options: SandboxOptions,
  branch: NonNullable<SandboxOptions['environment']>
): [PlatformState, EnvironmentState] {
  const { plan = 'starter', topology = 'github', neighbours = [] } = options
  const state = createPlatformState({ plan, environment: branch, gitHubIntegration: topology === 'github', neighbours })
  const environment = state.environments.get(branch)
  if (!environment) throw new Error(`There is no environment ${branch}`)
  if (options.adminEmail ?? true)
    environment.variables.set('ADMIN_EMAIL', { name: 'ADMIN_EMAIL', value: 'admin@example.com', sensitive: false })
  return [state, environment]
}

async function startRepository(options: SandboxOptions, onStarted: OnStarted): Promise<PackageRepository> {
  const repository = await startPackageRepository({
    packages: options.packages ?? 60,
    ...(options.mappedFiles !== undefined && { mappedFiles: options.mappedFiles }),
    ...(options.packageFiles !== undefined && { packageFiles: options.packageFiles }),
    ...(options.packageKilobytes !== undefined && { packageKilobytes: options.packageKilobytes }),
    ...(options.baseKilobytes !== undefined && { baseKilobytes: options.baseKilobytes }),
    ...(options.extension === 'blocks' && { extensionUpTo: options.fromVersion ?? '2.4.7-p3' })
  })
  onStarted(() => repository.stop())
  return repository
}

function writeShop(
  options: SandboxOptions,
  place: {
    readonly directory: string
    readonly checkout: string
    readonly branch: string
    readonly repository: PackageRepository
  }
): Promise<WrittenProject> {
  return writeProject({
    directory: place.checkout,
    homeDirectory: join(place.directory, 'home'),
    repository: place.repository,
    layout: options.layout ?? 'allow-list',
    branch: place.branch,
    extension: (options.extension ?? 'none') !== 'none',
    ...(options.fromVersion !== undefined && { fromVersion: options.fromVersion }),
    ...(options.eceTools !== undefined && { eceTools: options.eceTools })
  })
}

/** Puts `magento-cloud` and `ssh` into a folder that comes first on PATH of the environment that this returns. */
async function installPrograms(
  directory: string,
  { api, gitHub, running }: Platform,
  knownHosts: string,
  onStarted: OnStarted
): Promise<Record<string, string>> {
  const binDirectory = join(directory, 'bin')
  const shim = await writeSshShim({ binDirectory, routesFile: join(directory, 'routes') })
  await shim.setRoutes(running.routes)
  const cli = await startResidentCli()
  onStarted(() => cli.stop())
  writeCli(binDirectory, cli.port)
  return userEnvironment({ directory, binDirectory, apiUrl: api.url, gitHub, knownHosts })
}

function describe(
  state: PlatformState,
  repository: PackageRepository,
  { api, git, gitHub, running, receiver }: Platform
): Pick<
  Sandbox,
  'origin' | 'projectId' | 'credentials' | 'githubApiUrl' | 'composerRepositoryUrl' | 'setFault' | 'idle'
> {
  return {
    origin: git.origin,
    projectId: state.projectId,
    credentials: {
      composerUsername: repository.username,
      composerPassword: repository.password,
      cloudToken: api.token,
      databasePassword: running.databasePassword,
      githubToken: gitHub.token
    },
    githubApiUrl: gitHub.url,
    composerRepositoryUrl: repository.url,
    setFault: (fault) => {
      state.fault = fault
      return Promise.resolve()
    },
    idle: () => receiver.idle()
  }
}
