import { appendFile, mkdir, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProgramFailure, runProgram } from '../services/run-program.js'
import { buildFaults, closeBuild, openingLine } from './build-faults.js'
import { appPlaces, buildRelease, switchRelease } from './build-release.js'
import { appName } from './routes.js'
import { begin, complete, logTo, type Activity, type EnvironmentState, type PlatformState } from './platform-state.js'

/** What a deployment works with. */
export interface DeployContext {
  readonly directory: string
  readonly state: PlatformState
  readonly cloudRepository: string
  /** Environment of the build: Composer's keys, nothing of the machine. */
  readonly buildEnv: Readonly<Record<string, string>>
  readonly deploySeconds: () => number
  /** Sets the variables of the environment's logins and returns them. */
  readonly publishEnvironment: (
    environment: EnvironmentState,
    commit: string,
    /** Release that the second node stays on; null if all run the new one. */
    oldRelease?: string | null
  ) => Promise<Readonly<Record<string, string>>>
}

/** Folder of the platform's own logs, `deploy.log` and `post_deploy.log`. */
export function platformLogs(directory: string, environment: string): string {
  return join(directory, 'environments', environment, 'log')
}

/** Builds and deploys a commit as `activity`; every way of failing ends in the activity's result. */
export async function deployCommit(
  context: DeployContext,
  environment: EnvironmentState,
  commit: string,
  activity: Activity
): Promise<void> {
  const { state } = context
  const fault = state.fault
  begin(activity)
  activity.percent = 10
  for (const { name, kind } of environment.neighbours)
    if (kind === 'application')
      logTo(activity, `Building application '${name}' (runtime type: php:8.3, tree: ${commit.slice(0, 7)})`)
  logTo(activity, openingLine(fault, commit))
  if (fault === 'stuck') return
  environment.status = 'dirty'
  let result: 'success' | 'failure' = 'failure'
  try {
    result = await runPhases(context, environment, commit, activity)
  } catch (error) {
    const output = outputOf(error)
    logTo(activity, output)
    if (!/^\s*E: /m.test(output)) logTo(activity, closeBuild(1))
  }
  environment.status = 'active'
  environment.headCommit = commit
  environment.lastDeployment = { at: new Date().toISOString(), successful: result === 'success' }
  complete(activity, result)
}

async function runPhases(
  context: DeployContext,
  environment: EnvironmentState,
  commit: string,
  activity: Activity
): Promise<'success' | 'failure'> {
  const { directory, state, cloudRepository } = context
  const places = appPlaces(directory, environment.id)
  const release = join(places.releases, `${commit.slice(0, 12)}-${activity.id}`)
  const fault = state.fault === null ? {} : { SANDBOX_FAULT: state.fault }
  const tell = (text: string): void => {
    logTo(activity, text)
  }
  const refusal = state.fault === null ? undefined : buildFaults[state.fault]
  if (refusal !== undefined) throw new Error(refusal)
  await buildRelease({
    repository: cloudRepository,
    commit,
    release,
    env: { ...context.buildEnv, ...fault, MAGENTO_CLOUD_PROJECT: state.projectId },
    tell
  })
  activity.percent = 60
  await new Promise((resolve) => setTimeout(resolve, context.deploySeconds() * 1000))
  tell(`Re-deploying environment ${environment.machineName}`)
  const oldRelease = state.fault === 'one-node-old' ? await realpath(places.appRoot) : null
  if (state.fault !== 'old-version-stays') await switchRelease(places, release)
  const variables = await context.publishEnvironment(environment, commit, oldRelease)
  const env = { ...context.buildEnv, ...variables, ...fault }
  await writeFile(join(places.mounts, 'var', '.sandbox-fault'), state.fault ?? '')
  const deployed = await runHook('deploy', places.appRoot, env, context, environment, tell)
  activity.percent = 90
  // The platform starts the post-deploy hook in any case; ece-tools itself skips it after a failure.
  const posted = await runHook('post_deploy', places.appRoot, env, context, environment, tell)
  tell(`Opening environment ${environment.machineName}`)
  if (!posted && state.fault === 'post-deploy-read-only')
    activity.commands.push({ app: appName, type: 'post_deploy', exit_code: 1 })
  return deployed && (posted || state.fault?.startsWith('post-deploy') === true) ? 'success' : 'failure'
}

async function runHook(
  hook: 'deploy' | 'post_deploy',
  appRoot: string,
  env: Readonly<Record<string, string>>,
  { directory }: DeployContext,
  environment: EnvironmentState,
  tell: (text: string) => void
): Promise<boolean> {
  const scenario = hook === 'deploy' ? 'scenario/deploy.xml' : 'scenario/post-deploy.xml'
  const log = platformLogs(directory, environment.id)
  await mkdir(log, { recursive: true })
  const write = async (text: string): Promise<void> => {
    tell(text)
    await appendFile(join(log, `${hook}.log`), text)
  }
  await write(`[${new Date().toISOString()}] Launching command 'b'php ./vendor/bin/ece-tools run ${scenario}\\n''.\n`)
  try {
    const { stdout, stderr } = await runProgram(['php', './vendor/bin/ece-tools', 'run', scenario], {
      cwd: appRoot,
      env
    })
    await write(stdout + stderr)
    return true
  } catch (error) {
    await write(outputOf(error))
    if (hook === 'deploy') tell('W: Deploy was failed')
    return false
  }
}

/** What a program that failed had printed, as the platform shows it. */
function outputOf(error: unknown): string {
  if (error instanceof ProgramFailure) return error.output
  return error instanceof Error ? error.message : String(error)
}
