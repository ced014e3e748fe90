import { UpgradeError } from '../../errors.js'
import type { Wanted } from '../../tools/magento-cloud/poll-result.js'
import { beforeTheFirstLook, decideDeployment } from './verdict.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import { shorten } from '../../project/shorten.js'
import type { Deployment } from '../../report/report.js'
import type { Clock } from '../../tools/clock.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import type { LogSink } from './activity-log.js'
import { pollPlatform } from './poll-platform.js'
import { createDeploymentProgress, type DeploymentProgress } from './progress.js'

/** The tools of this step. */
interface WaitTools extends LogSink {
  readonly cloud: MagentoCloud
  readonly clock: Clock
}

/** The deployment to wait for. */
interface WaitInput {
  /** Id of the environment. */
  readonly environment: string
  /** The pushed commit, 40 hexadecimal digits. */
  readonly commit: string
  readonly startTimeoutSeconds: number
  readonly endTimeoutSeconds: number
  /** When it was pushed. Default: now. */
  readonly pushedAt?: Date
  /** Seconds between two polls. Default: 2 in the first minute and 5 later. */
  readonly pollSeconds?: number
}

/** Follows the deployment of one commit to its verdict, and prints its log on the way. Changes nothing. */
export async function waitForDeployment(tools: WaitTools, input: WaitInput): Promise<Deployment> {
  const teller = createDeploymentProgress(tools, tools.clock.now())
  try {
    return await follow(tools, input, teller)
  } finally {
    teller.end()
  }
}

async function follow(
  { cloud, clock, redact = (text) => text }: WaitTools,
  input: WaitInput,
  teller: DeploymentProgress
): Promise<Deployment> {
  const start = clock.now()
  const wanted = wantedFrom(input, start)
  let state = beforeTheFirstLook
  let blinks = 0
  for (;;) {
    const { seen, askedSeconds } = await pollPlatform(cloud, input.environment, wanted, () => clock.now())
    const decision = decideDeployment(wanted, state, seen)
    teller.tell(state, decision.state, seen)
    state = decision.state
    if (decision.ending) {
      return {
        verdict: decision.ending.verdict,
        ...(decision.ending.isBuilt === false && { isBuilt: false }),
        activityId: state.own?.id ?? null,
        seconds: (clock.now() - start) / 1000,
        phases: [...teller.phases()],
        // They may quote the platform and the log.
        reasons: decision.ending.reasons.map((reason) => shorten(redactEvidence(redact(reason)), 800))
      }
    }
    blinks = 'error' in seen ? blinks + 1 : 0
    const usual = pauseAfter(blinks, input.pollSeconds ?? (clock.now() - start < 60_000 ? 2 : 5))
    await clock.pause(Math.max(usual, Math.min(askedSeconds, (wanted.endBy - clock.now()) / 1000)))
  }
}

// A platform that fails, or asks for fewer requests, is given time.
function pauseAfter(blinks: number, seconds: number): number {
  return Math.min(seconds * 2 ** Math.max(0, blinks - 1), Math.max(seconds, 60))
}

function wantedFrom(input: WaitInput, start: number): Wanted {
  return {
    commit: input.commit,
    pushedAt: (input.pushedAt ?? new Date()).getTime(),
    startBy: start + input.startTimeoutSeconds * 1000,
    endBy: start + input.endTimeoutSeconds * 1000
  }
}

/** The error that stops a run after this deployment, or null if it succeeded. */
export function deploymentError(deployment: Deployment): UpgradeError | null {
  const { verdict, activityId, reasons, isBuilt = true } = deployment
  if (verdict === 'succeeded' || verdict === 'skipped') return null
  const { code, message, next } = verdict === 'staged' && !isBuilt ? stagedUnbuilt : wording[verdict]
  const summary = verdict === 'staged' ? `${message} The previous version still runs.` : message
  return new UpgradeError(code, {
    message: [summary, ...reasons].join(' '),
    summary,
    next: activityId === null ? next : `${next} Its log: magento-cloud activity:log ${activityId}`
  })
}

const stagedUnbuilt = {
  code: 'deploy-unknown',
  message: 'The commit is staged, not deployed.',
  next: 'Fix the build and git push; environment:deploy would not help.'
} as const

const wording = {
  failed: {
    code: 'deploy-failed',
    message: 'The deployment failed.',
    next: 'Fix the cause and git push, or revert the upgrade with git revert.'
  },
  degraded: {
    code: 'deploy-failed',
    message: 'The new code is live, but its post-deploy hook failed.',
    next: 'Fix the cause, then run magento-cloud environment:redeploy.'
  },
  'never-started': {
    code: 'deploy-never-started',
    message: 'The deployment of the pushed commit never started.',
    next: 'Fix the causes listed above, then let the platform check again: git commit --allow-empty -m "Deploy again" and git push.'
  },
  staged: {
    code: 'deploy-unknown',
    message: 'The commit is staged, not deployed.',
    next: 'magento-cloud environment:deploy (without an outage if the environment offers it: --strategy rolling), then run the same command again: it follows that deployment.'
  },
  superseded: {
    code: 'deploy-unknown',
    message: 'A newer push replaced this deployment.',
    next: 'When the newer deployment has ended (see magento-cloud activity:list), run magento-cloud-upgrade verify.'
  },
  unknown: {
    code: 'deploy-unknown',
    message: 'The result of the deployment is unknown; it may still be running.',
    next: 'Run the same command again: it follows this deployment until it ends, and pushes nothing twice.'
  }
} as const
