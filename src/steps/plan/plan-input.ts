import type { ComposerProject } from '../../project/composer-project.js'
import type { Checkout } from '../../tools/git/read-checkout.js'

/** Everything that a plan is made from. */
export interface PlanInput {
  readonly checkout: Checkout
  readonly project: ComposerProject
  /** The target as the user typed it. */
  readonly target: string
  readonly updateAppConfig: boolean
  readonly today: Date
}
