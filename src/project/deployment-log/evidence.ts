import { findingPhases } from '../../report/schema.js'

/** The parts of a deployment in their order, and the running shop after it. */
export const phases = findingPhases

/** The phase of a log line. `site`: reported by the running shop. */
export type Phase = (typeof phases)[number]

/** The API's facts about the activity of a log. */
export interface ActivityFacts {
  readonly id: string
  /** Milliseconds since 1970; null if the API does not say. */
  readonly startedAt: number | null
  readonly result: string | null
}

/** What a failed deployment leaves behind on a node: its flag file, maintenance mode, disabled cron. */
export type Flag = 'deploy-failed' | 'maintenance' | 'cron-off'

/** A text to search for causes. */
export interface Evidence {
  /** Name of the file or log, e.g. `var/log/cloud.log on 1.ent-…`. */
  readonly source: string
  /**
   * `log`: what a deployment printed. `error-log`: cloud.error.log of ece-tools. `site-log`: exceptions of the running
   * shop. `report`: one complete error report of the shop. `state`: the present state of a node. `flag`: what a
   * deployment left behind.
   */
  readonly kind: 'log' | 'error-log' | 'site-log' | 'report' | 'state' | 'flag'
  readonly text: string
  /** Which flag, for evidence of the kind `flag`. */
  readonly flag?: Flag
  /** The activity that printed it, if any. */
  readonly activity?: ActivityFacts
}
