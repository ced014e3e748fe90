import { randomBytes } from 'node:crypto'
import { runProgram } from '../services/run-program.js'
import type { OnPush } from './api-server.js'
import { deployCommit, type DeployContext } from './deploy-commit.js'
import { addActivity, begin, complete, logTo, type Activity, type EnvironmentState } from './platform-state.js'

/** Turns reported pushes into activities, one after the other for each environment. */
export interface PushReceiver {
  readonly onPush: OnPush
  readonly onRedeploy: (environment: string) => void
  /** Redeploys what runs, as an activity that is listed already. */
  readonly onVariable: (environment: string, activity: Activity) => void
  /** Deploys what is staged. */
  readonly onDeploy: (environment: string, strategy: string) => void
  /** Waits until nothing is being deployed. */
  idle(): Promise<void>
}

/** The platform's reaction to a push: GitHub's webhook starts a fetch, and what was fetched is deployed. */
export function createPushReceiver(context: DeployContext & { readonly origin: string }): PushReceiver {
  const { state } = context
  let queue: Promise<void> = Promise.resolve()
  const enqueue = (task: () => Promise<void>): void => {
    queue = queue.then(task).catch((error: unknown) => {
      console.error(error)
    })
  }
  const deploy = (environment: EnvironmentState, from: string, to: string): void => {
    if (state.fault === 'never-starts') return
    if (state.fault === 'environment-inactive') {
      environment.status = 'inactive'
      return
    }
    if (state.fault === 'other-commit') {
      complete(pushActivity(context, environment, from, randomCommit()), 'success')
      return
    }
    const activity = pushActivity(context, environment, from, to)
    if (state.fault === 'staged') {
      stage(activity)
      return
    }
    enqueue(() =>
      state.fault === 'superseded'
        ? supersede(context, environment, activity)
        : deployCommit(context, environment, to, activity)
    )
  }
  return {
    onPush: async ({ remote, branch, from, to }) => {
      // Without the integration the platform does not know what happens on GitHub.
      if (remote === 'origin' && !state.gitHubIntegration) return
      const environment = state.environments.get(branch)
      if (remote === 'origin' && !(await fetchFromOrigin(context, branch))) return
      if (environment && /[1-9a-f]/.test(to)) deploy(environment, from, to)
    },
    onRedeploy: (id) => {
      const environment = state.environments.get(id)
      if (!environment?.headCommit) return
      const activity = addActivity(state, {
        type: 'environment.redeploy',
        environments: [id],
        text: `Developer redeployed ${id}`
      })
      const commit = environment.headCommit
      enqueue(() => deployCommit(context, environment, commit, activity))
    },
    onVariable: (id, activity) => {
      const environment = state.environments.get(id)
      const commit = environment?.headCommit
      if (!environment || !commit) {
        complete(activity, 'success')
        return
      }
      enqueue(() => deployCommit(context, environment, commit, activity))
    },
    onDeploy: (id, strategy) => {
      const environment = state.environments.get(id)
      const staged = state.activities.filter(
        ({ state: is, environments }) => is === 'staged' && environments.includes(id)
      )
      const [newest] = staged
      if (!environment || !newest) return
      const activity = addActivity(state, {
        type: 'environment.deploy',
        environments: [id],
        text: `Developer deployed ${id}`,
        parameters: { strategy }
      })
      enqueue(async () => {
        await deployCommit(context, environment, String(newest.parameters['new_commit']), activity)
        if (activity.result === 'success') for (const each of staged) each.state = 'complete'
      })
    },
    idle: () => queue
  }
}

// The platform calls it a success at 100 percent, and nothing of it is live.
function stage(activity: Activity): void {
  begin(activity)
  logTo(activity, "Building application 'mymagento' (runtime type: php:8.3)\n  Executing build hook...")
  complete(activity, 'success')
  activity.state = 'staged'
}

async function fetchFromOrigin(context: DeployContext & { readonly origin: string }, branch: string): Promise<boolean> {
  const { state, cloudRepository, origin, buildEnv, directory } = context
  const activity = addActivity(state, {
    type: 'integration.github.fetch',
    environments: [],
    text: 'GitHub integration fetched from shop/project'
  })
  begin(activity)
  if (state.fault === 'fetch-fails') {
    logTo(activity, 'E: Failed to fetch from the remote repository: Bad credentials')
    complete(activity, 'failure')
    return false
  }
  const ref = `+refs/heads/${branch}:refs/heads/${branch}`
  await runProgram(['git', `--git-dir=${cloudRepository}`, 'fetch', '--quiet', origin, ref], {
    cwd: directory,
    env: buildEnv
  })
  logTo(activity, `Fetched ${branch}`)
  complete(activity, 'success')
  return true
}

/** Somebody pushes on top before the deployment has begun: the platform cancels it and deploys theirs. */
async function supersede(context: DeployContext, environment: EnvironmentState, activity: Activity): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const newer = pushActivity(context, environment, environment.headCommit ?? '', randomCommit())
  activity.state = 'cancelled'
  activity.completedAt = newer.createdAt
  complete(newer, 'success')
}

function randomCommit(): string {
  return randomBytes(20).toString('hex')
}

function pushActivity({ state }: DeployContext, environment: EnvironmentState, from: string, to: string): Activity {
  return addActivity(state, {
    type: 'environment.push',
    environments: [environment.id],
    text: `Developer pushed to ${environment.id}`,
    parameters: { environment: environment.id, old_commit: from, new_commit: to },
    // The environment in the payload is as it was before the push: its head_commit is the old one.
    payload: {
      commits: [{ sha: to, message: 'pushed' }],
      commits_count: 1,
      environment: { id: environment.id, head_commit: environment.headCommit }
    }
  })
}
