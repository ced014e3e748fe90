import type { FindingId } from '../../../ids.js'
import type { Phase } from '../../../project/deployment-log/evidence.js'

/** What is known where a rule has found its trace. */
export interface RuleContext {
  readonly phase: Phase
  /** The package, module or folder of the code at fault; null where none is named. */
  readonly culprit: string | null
  /** What exactly is concerned; null where the trace does not name it. */
  readonly subject: string | null
  /** The line that shows the cause; empty where only a code or a command does. */
  readonly line: string
  /** That line with the others of its entry. */
  readonly text: string
  /** Types of the services in `.magento/services.yaml` of the checkout, e.g. `opensearch:3`; null where unknown. */
  readonly services: readonly string[] | null
}

/** One known cause of a failed deployment, and the traces that it leaves in logs. */
export interface FailureRule {
  readonly id: FindingId
  /** Where it belongs if the text does not say in which phase it was printed; with `always`, wherever it was printed. */
  readonly phase: Phase
  readonly always?: boolean
  /** The only phases whose lines it is looked for in; all where left out. */
  readonly within?: readonly Phase[]
  readonly title: string | ((context: RuleContext) => string)
  /** Tested against one line at a time. Linear on any text: no unbounded repetition before something else. */
  readonly trace: RegExp | null
  /** What exactly is concerned, for the title. */
  readonly subject?: (text: string) => string | null
  /** Whether code of the project is at fault, to be named by its package. */
  readonly culprit?: boolean
  /** Codes and commands of ece-tools that mean no more than this: they count where no trace tells more. */
  readonly codes?: readonly number[]
  readonly command?: RegExp
  /** Whether its trace also stands in good logs: it counts only in what led to the error that ended a phase. */
  readonly sureOnly?: boolean
  /** Whether its trace is only what another cause brings about: it counts where no other one tells more. */
  readonly outcome?: boolean
  /** Whether its entry lists modules whose versions in the database are others. */
  readonly listsModules?: boolean
  readonly meaning: string | ((context: RuleContext) => string)
  /** What to do, up to the deployment that brings it live: nothing is added to it. */
  readonly next: string | ((context: RuleContext) => string)
}

/** What to type once the cause is fixed: a build needs a new commit, a deployment another run of its hook. */
export function deployAgain({ phase }: Pick<RuleContext, 'phase'>): string {
  return phase === 'configuration' || phase === 'build' ? pushAgain : redeployAgain
}

const pushAgain = 'Then commit, and git push.'
// Sources differ on whether a redeployment runs the deploy hook; a new commit always does.
const redeployAgain =
  'Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'

/** The first match of a pattern in a text, or its first group; null where there is none. */
export function firstMatch(pattern: RegExp): (text: string) => string | null {
  return (text) => {
    const match = pattern.exec(text)
    return match === null ? null : (match[1] ?? match[0])
  }
}
