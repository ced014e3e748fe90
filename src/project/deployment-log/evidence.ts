import { findingPhases } from '../../report/schema.js'

/** The parts of a deployment in their order, and the running shop after it. */
export const phases = findingPhases

/** Where a line of a log belongs. `site` is what the running shop says of itself. */
export type Phase = (typeof phases)[number]

/** What the API says of the activity that a log belongs to. */
export interface ActivityFacts {
  readonly id: string
  /** Milliseconds since 1970; null where the API does not say. */
  readonly startedAt: number | null
  readonly result: string | null
}

/** What a failed deployment leaves behind on a node: its mark, the closed site, cron that is off. */
export type Flag = 'deploy-failed' | 'maintenance' | 'cron-off'

/** A text to look for causes in. */
export interface Evidence {
  /** Name of the file or log, e.g. `var/log/cloud.log on 1.ent-…`. */
  readonly source: string
  /**
   * `log`: what a deployment printed. `error-log`: cloud.error.log of ece-tools. `site-log`: exceptions of the running
   * shop. `report`: one error of it as a whole. `state`: what a node shows now. `flag`: what a deployment left behind.
   */
  readonly kind: 'log' | 'error-log' | 'site-log' | 'report' | 'state' | 'flag'
  readonly text: string
  /** Which one, in evidence of the kind `flag`. */
  readonly flag?: Flag
  /** The activity that printed it, where one did. */
  readonly activity?: ActivityFacts
}
