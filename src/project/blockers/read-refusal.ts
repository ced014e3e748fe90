import { classifyComposerFailure } from '../composer-problems.js'
import type { Blocker } from './blocker.js'
import { composerProblemsOf } from './composer-problems-of.js'
import { findBlockers } from './find-blockers.js'
import type { ProblemStatement } from './problem-statement.js'

/** What a failed resolution says about a package other than the target. */
interface Refusal {
  /** Why Composer gave no answer at all, or null. */
  readonly unknown: string | null
  /** What else refused besides the target, so that "none" would be wrong; null if only the target did. */
  readonly doubt: string | null
  /** PHP, extensions and libraries that are missing. */
  readonly runtime: readonly string[]
}

/** Reads Composer's output and exit code. */
export function readRefusal(text: string, exitCode: number): Refusal {
  const code = classifyComposerFailure(text, exitCode)
  const blockers = code === 'unsatisfiable' || code === 'composer-policy' ? findBlockers(text) : []
  if (blockers.length === 0) return { unknown: 'Composer could not be asked', doubt: null, runtime: [] }
  return {
    unknown: null,
    doubt: composerProblemsOf(text).flat().some(isLacking) ? 'the repositories lack what it needs' : null,
    runtime: blockers.flatMap(platformOf)
  }
}

function platformOf({ runtime, needed }: Blocker): readonly string[] {
  return runtime === null ? [] : [`${runtime} ${needed ?? ''}`.trim()]
}

function isLacking({ target, outcome }: ProblemStatement): boolean {
  if (target.startsWith('composer-')) return false
  return /could not be (?:found|loaded)|not match the constraint|minimum-stability|repository priority/.test(outcome)
}
