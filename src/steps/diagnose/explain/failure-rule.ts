import type { FindingId } from '../../../ids.js'
import type { Phase } from '../../../project/deployment-log/evidence.js'

/** Facts about the match of a rule. */
export interface RuleContext {
  readonly phase: Phase
  /** The package, module or folder of the faulty code; null if none is named. */
  readonly culprit: string | null
  /** The object concerned; null if the trace does not name it. */
  readonly subject: string | null
  /** The line that shows the cause; empty if there is only a code or a command. */
  readonly line: string
  /** That line with the others of its entry. */
  readonly text: string
  /** Types of the services in `.magento/services.yaml` of the checkout, e.g. `opensearch:3`; null if unknown. */
  readonly services: readonly string[] | null
}

/** One known cause of a failed deployment, and the traces that it leaves in logs. */
export interface FailureRule {
  readonly id: FindingId
  /** Its phase if the text does not say in which phase it was printed; with `always`, regardless of the text. */
  readonly phase: Phase
  readonly always?: boolean
  /** The only phases whose lines are searched. Default: all. */
  readonly within?: readonly Phase[]
  readonly title: string | ((context: RuleContext) => string)
  /** Tested against one line at a time. Linear on any text: no unbounded repetition before something else. */
  readonly trace: RegExp | null
  /** The object concerned, for the title. */
  readonly subject?: (text: string) => string | null
  /** Whether code of the project is at fault, to be named by its package. */
  readonly culprit?: boolean
  /** Codes and commands of ece-tools that mean the same: they count if no trace is more specific. */
  readonly codes?: readonly number[]
  readonly command?: RegExp
  /** Whether its trace is also in good logs: it counts only in what led to the error that ended a phase. */
  readonly sureOnly?: boolean
  /** Whether its trace may be a mere effect of another cause: it counts only if nothing is more specific. */
  readonly outcome?: boolean
  /** Whether its entry lists modules whose versions in the database differ. */
  readonly listsModules?: boolean
  readonly meaning: string | ((context: RuleContext) => string)
  /** What to do, up to the deployment that makes it live: nothing is added to it. */
  readonly next: string | ((context: RuleContext) => string)
}

/** What to type once the cause is fixed: a build needs a new commit, a deployment needs its hook to run again. */
export function deployAgain({ phase }: Pick<RuleContext, 'phase'>): string {
  return phase === 'configuration' || phase === 'build' ? pushAgain : redeployAgain
}

const pushAgain = 'Then commit, and git push.'
// Sources differ on whether a redeployment runs the deploy hook; a new commit always does.
const redeployAgain =
  'Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'

/** The first match of a pattern in a text, or its first group; null if there is none. */
export function firstMatch(pattern: RegExp): (text: string) => string | null {
  return (text) => {
    const match = pattern.exec(text)
    return match === null ? null : (match[1] ?? match[0])
  }
}
