import { cliOptions, type UpgradeOptions } from './normalize-options.js'
import { openHostKeys, type HostKeys } from './open-host-keys.js'
import type { Run } from './run.js'
import { cliRelease } from '../tools/magento-cloud/cli-release.js'
import { wantedApplication, type WantedApplication } from '../project/wanted-application.js'
import { files } from '../tools/files.js'
import { createMagentoCloud, type MagentoCloud } from '../tools/magento-cloud/magento-cloud.js'
import type { SshIdentity } from '../tools/ssh/options.js'
import { installPhar } from '../tools/magento-cloud/install-phar.js'
import { childEnvironment } from '../tools/process/child-environment.js'
import { withPinnedSsh } from '../tools/ssh/pinned-ssh.js'
import type { RunCommand } from '../tools/process/command.js'
import { renewingIdentity, type CurrentIdentity } from '../tools/ssh/certificate.js'
import { writeSshKey } from '../tools/ssh/key.js'
import { createSsh, type Ssh, type SshHost } from '../tools/ssh/ssh.js'
import { gitSshCommand } from '../tools/ssh/options.js'
import { withCommands, type Commands } from '../tools/process/with-commands.js'

/** How the Cloud environment is reached. */
export interface CloudSession {
  /** Name of the environment. */
  readonly environment: string
  readonly cloud: MagentoCloud
  /** SSH with a certificate that is renewed in time, or the given key, and the pinned host keys. */
  ssh(): Promise<Ssh>
  hosts(): Promise<readonly SshHost[]>
  /** The application in question; null if the environment is assumed to have only one. */
  readonly application: string | null
  /** GIT_SSH_COMMAND for the platform's own git remote. */
  gitSsh(): Promise<string>
}

/**
 * Runs `task` with the tools of one environment. Their files (token, certificate, known hosts) are in a private folder,
 * which is removed when all commands have ended.
 */
export async function withCloudSession<T>(
  thisRun: Pick<Run, 'options' | 'context' | 'facts' | 'ledger' | 'acceptedHostKeys' | 'several'>,
  environment: string,
  task: (platform: CloudSession) => Promise<T>
): Promise<T> {
  const { options, context } = thisRun
  const home = await files.privateFolder('platform')
  let hostKeys: HostKeys | null = null
  try {
    hostKeys = await openHostKeys(thisRun, home)
    const place = { home, hostKeys }
    return await withCommands(context, async (commands) =>
      task(await openPlatform({ options, context, several: thisRun.several }, environment, { ...commands, ...place }))
    )
  } finally {
    await hostKeys?.keepAccepted()
    await files.remove(home)
  }
}

async function openPlatform(
  { options, context, several }: Pick<Run, 'options' | 'context' | 'several'>,
  environment: string,
  { run, signal, track, home, hostKeys }: Commands & { readonly home: string; readonly hostKeys: HostKeys }
): Promise<CloudSession> {
  const pinned = { knownHostsFile: hostKeys.knownHostsFile, hostKey: options.sshHostKey }
  const folder = files.join(home, 'bin')
  const app = await applicationOf(options)
  const cloud = createMagentoCloud({
    run,
    parentEnvironment: await withPinnedSsh(files, context.environment, { ...pinned, folder }),
    home,
    phar: await installed({ options, context }, run, home),
    token: options.cloudToken,
    project: options.project,
    environment,
    app,
    onSeveral: (name) => (several.application = name),
    signal
  })
  const source = identitySource({ options, context }, run, cloud, home)
  const identity: CurrentIdentity = (told) => track(() => source(told))
  const login = { ...pinned, program: files.join(folder, 'ssh'), connectTimeoutSeconds: 20 }
  let hosts: Promise<readonly SshHost[]> | null = null
  return {
    environment,
    cloud,
    application: app?.name ?? null,
    ssh: async () => {
      // A bad key or token is reported here, before the first script.
      await identity()
      return createSsh({ run, environment: context.environment, identity, ...login })
    },
    hosts: () => (hosts ??= forgetFailed(cloud.sshHosts(), () => (hosts = null))),
    gitSsh: async () => gitSshCommand({ ...login, identity: await identity() })
  }
}

async function applicationOf({ app, workingDirectory }: UpgradeOptions): Promise<WantedApplication | null> {
  return wantedApplication(app, await files.read(files.join(files.resolve(workingDirectory), '.magento.app.yaml')))
}

/** The phar of `cli-version`, or null if none was asked for, or if without a token nothing would call it. */
async function installed(
  { options, context }: Pick<Run, 'options' | 'context'>,
  run: RunCommand,
  folder: string
): Promise<string | null> {
  const { release } = cliRelease(cliOptions(options))
  if (release === null || options.cloudToken.isEmpty) return null
  return installPhar({ run, environment: context.environment, folder, logger: context.logger }, release)
}

function identitySource(
  { options, context }: Pick<Run, 'options' | 'context'>,
  run: RunCommand,
  cloud: MagentoCloud,
  home: string
): CurrentIdentity {
  const env = childEnvironment(context.environment, {})
  if (options.sshPrivateKey.isEmpty)
    return renewingIdentity({ run, env, issue: () => cloud.sshIdentity(), remove: (file) => files.remove(file) })
  let written: Promise<SshIdentity> | null = null
  return () => (written ??= writeSshKey({ run, env, files }, options.sshPrivateKey, home))
}

function forgetFailed<T>(answer: Promise<T>, forget: () => void): Promise<T> {
  answer.catch(forget)
  return answer
}
