import type { Logger } from '../../logger.js'
import { phaseOf, type DeploymentPhase } from '../../project/deployment-phases.js'
import { createLogTail } from './log-tail.js'

/** The log of one activity, told as it grows. */
export interface ActivityLog {
  /** The second in which each phase was seen to begin. */
  readonly begun: ReadonlyMap<DeploymentPhase, number>
  /** Tells the lines of `text` that are new, with the `seconds` since the beginning of the wait. */
  tell(text: string, ended: boolean, seconds: number): void
  /** Ends the group of its lines, if one is open. */
  end(): void
}

/** Tells the lines of an activity's log in a group of their own, where the logger has groups. */
export function openActivityLog(logger: Logger, id: string): ActivityLog {
  const tail = createLogTail()
  const begun = new Map<DeploymentPhase, number>()
  let endGroup: (() => void) | null = null
  return {
    begun,
    tell: (text, ended, seconds) => {
      for (const line of tail(text, ended)) {
        endGroup ??= logger.group?.(`Log of activity ${id}`) ?? null
        const phase = phaseOf(line)
        if (phase !== null && !begun.has(phase)) {
          begun.set(phase, seconds)
          logger.info(`Phase: ${phase}`)
        }
        logger.info(`${elapsed(seconds)} ${line}`)
      }
    },
    end: () => {
      endGroup?.()
      endGroup = null
    }
  }
}

/** `mm:ss` since the beginning of the wait. */
function elapsed(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
