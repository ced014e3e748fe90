import type { Logger } from '../../logger.js'
import type { Blink, Look } from '../../project/deployment-look.js'
import { describePhases, phaseOf, type DeploymentPhase } from '../../project/deployment-phases.js'
import type { WatchState } from '../../project/deployment-verdict.js'
import type { Clock } from '../../tools/clock.js'
import { createLogTail } from './log-tail.js'

/** Tells what is new after a look. */
export type Tell = (before: WatchState, now: WatchState, seen: Look | Blink) => void

/** Tells the states of the activity, the lines of its log as they come, and how long its phases take, into the logger. */
export function createTeller(
  { logger, clock }: { readonly logger: Logger; readonly clock: Clock },
  start: number
): Tell {
  let tail = createLogTail()
  let phases = new Map<DeploymentPhase, number>()
  return (before, { own }, seen) => {
    if ('error' in seen) {
      logger.warn(`The platform cannot be asked right now, the deployment goes on: ${seen.error}`)
      return
    }
    // A redeployment has a log of its own.
    if (before.own !== null && own?.id !== before.own.id) {
      tail = createLogTail()
      phases = new Map()
    }
    if (own && (own.id !== before.own?.id || own.state !== before.own.state))
      logger.info(`Activity ${own.id} deploys commit ${own.newCommit?.slice(0, 8) ?? ''}: ${own.state}`)
    const seconds = (clock.now() - start) / 1000
    for (const line of tail(seen.log ?? '', own?.state === 'complete')) {
      const phase = phaseOf(line)
      if (phase !== null && !phases.has(phase)) {
        phases.set(phase, seconds)
        logger.info(`Phase: ${phase}`)
      }
      logger.info(`${elapsed(seconds)} ${line}`)
    }
    const hasJustEnded = own?.state === 'complete' && before.own?.state !== 'complete'
    if (hasJustEnded && phases.size > 0) logger.info(`Phases: ${describePhases(phases, seconds)}`)
  }
}

/** `mm:ss` since the beginning of the wait. */
function elapsed(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
