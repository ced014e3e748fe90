import type { PollError, PollResult } from '../../tools/magento-cloud/poll-result.js'
import { timePhases } from '../../project/deployment-phases.js'
import type { PollState } from './verdict.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Deployment } from '../../report/report.js'
import type { Clock } from '../../tools/clock.js'
import { openActivityLog, type LogSink } from './activity-log.js'

/** Reports the progress of a deployment. */
export interface DeploymentProgress {
  /** Reports the news of one poll. */
  tell(before: PollState, now: PollState, seen: PollResult | PollError): void
  /** Duration of each phase of the deployment so far. */
  phases(): Deployment['phases']
  /** Ends the group of lines that may be open. */
  end(): void
}

/** Logs the states of the activity, the lines of its log as they arrive, and the duration of its phases. */
export function createDeploymentProgress(sink: LogSink & { readonly clock: Clock }, start: number): DeploymentProgress {
  const { logger, clock, showLog = true, redact = (text: string): string => text } = sink
  const elapsed = (): number => (clock.now() - start) / 1000
  let log = openActivityLog(sink, '')
  let ended: number | null = null
  const phases: DeploymentProgress['phases'] = () => timePhases(log.begun, ended ?? elapsed())
  const tell: DeploymentProgress['tell'] = (before, { own }, seen) => {
    if ('error' in seen) {
      logger.warn(
        `The platform does not answer at the moment; the deployment continues: ${redactEvidence(redact(seen.error))}`
      )
      return
    }
    if (!own) return
    // A redeployment has a separate log.
    if (own.id !== before.own?.id) {
      log.end()
      log = openActivityLog(sink, own.id)
      ended = null
    }
    if (own.id !== before.own?.id && !showLog)
      logger.info(`Its log is not shown here (option activity-log): magento-cloud activity:log ${own.id}`)
    if (own.id !== before.own?.id || own.state !== before.own.state)
      logger.info(`Activity ${own.id} deploys commit ${own.newCommit?.slice(0, 8) ?? ''}: ${own.state}`)
    const hasEnded = own.state === 'complete' || own.state === 'staged'
    log.tell(seen.log ?? '', hasEnded, elapsed())
    if (!hasEnded || ended !== null) return
    ended = elapsed()
    log.end()
    const told = phases().map(({ name, seconds }) => `${name} ${seconds} s`)
    if (told.length > 0) logger.info(`Phases: ${told.join(', ')}`)
  }
  return {
    tell,
    phases,
    end: () => {
      log.end()
    }
  }
}
