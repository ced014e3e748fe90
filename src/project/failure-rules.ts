import { buildFailures } from './build-failures.js'
import { deployFailures } from './deploy-failures.js'
import { resourceFailures } from './resource-failures.js'

/**
 * When a cause takes effect, from first to last: what happens early brings about what is found later. `site` is what
 * the running shop says of itself.
 */
export const failurePhases = ['resource', 'push', 'build', 'deploy', 'post-deploy', 'site'] as const

/** One known cause of a failed upgrade and the traces that it leaves in logs. */
export interface FailureRule {
  readonly id: string
  readonly phase: (typeof failurePhases)[number]
  readonly title: string
  /** A line, or several, in a log or report. */
  readonly trace: RegExp
  /** What exactly is concerned, for the title: the file of a patch, the class that does not compile. */
  readonly subject?: RegExp
  /** Whether an extension is at fault, to be named by its package. */
  readonly culprit?: boolean
  /** Codes of ece-tools that mean the same (its error reference). */
  readonly codes: readonly number[]
  readonly meaning: string
  /** What to do, with the command; `{culprit}` stands for the package, `{patch}` for the file, where one is known. */
  readonly next: string
}

/** The known causes, those first that bring about the ones after them. */
export const failureRules: readonly FailureRule[] = [...resourceFailures, ...buildFailures, ...deployFailures]
