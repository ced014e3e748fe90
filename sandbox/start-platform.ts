import { startApiServer, type ApiServer } from './cloud/api-server.js'
import { createGitHosts, type GitHosts } from './cloud/git-hosts.js'
import type { EnvironmentState, PlatformState } from './cloud/platform-state.js'
import { createPushReceiver, type PushReceiver } from './cloud/receive-push.js'
import { startEnvironment, type RunningEnvironment } from './cloud/start-environment.js'
import { startGitHubApi, type GitHubApi } from './github/api-server.js'
import type { SandboxOptions } from './sandbox-options.js'
import type { SshCertifier } from './services/ssh-certifier.js'
import type { SshKeyPair } from './services/ssh-host-key.js'

/** What the platform is started with. */
export interface PlatformInput {
  readonly options: SandboxOptions
  readonly directory: string
  readonly state: PlatformState
  readonly environment: EnvironmentState
  readonly certifier: SshCertifier
  readonly hostKey: SshKeyPair
  /** The environment of the builds. */
  readonly buildEnv: Readonly<Record<string, string>>
  /** Length of a deployment beyond its real work. */
  readonly deploySeconds: () => number
  /** Receives a function to stop each part, in the order in which they are started. */
  readonly onStarted: (stop: () => Promise<void>) => void
}

/** The running parts of the platform. */
export interface Platform {
  readonly api: ApiServer
  readonly git: GitHosts
  readonly gitHub: GitHubApi
  readonly running: RunningEnvironment
  readonly receiver: PushReceiver
}

/** Starts the API, both git hosts, GitHub's API and the environment, and connects them: what is pushed is deployed. */
export async function startPlatform(input: PlatformInput): Promise<Platform> {
  const { options, directory, state, environment, certifier, hostKey, buildEnv, onStarted } = input
  // The API and the receiver need each other.
  let receiver: PushReceiver | null = null
  const api = await startApiServer({
    state,
    certifier,
    onPush: async (push) => receiver?.onPush(push),
    onRedeploy: (id) => receiver?.onRedeploy(id),
    onVariable: (id, activity) => receiver?.onVariable(id, activity),
    onDeploy: (id, strategy) => receiver?.onDeploy(id, strategy)
  })
  onStarted(() => api.stop())
  const git = await createGitHosts({ directory, env: buildEnv, apiUrl: api.url, hookToken: api.hookToken })
  const gitHub = await startGitHubApi({ origin: git.origin })
  onStarted(() => gitHub.stop())
  const running = await startEnvironment({ directory, state, environment, options, certifier, hostKey, git })
  onStarted(() => running.stop())
  const connected = createPushReceiver({
    directory,
    state,
    cloudRepository: git.cloud,
    origin: git.origin,
    buildEnv,
    deploySeconds: input.deploySeconds,
    publishEnvironment: (target, commit, oldRelease) => running.publish(target, commit, oldRelease)
  })
  receiver = connected
  onStarted(() => connected.idle())
  return { api, git, gitHub, running, receiver: connected }
}
