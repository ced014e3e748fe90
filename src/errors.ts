import { describeEffects } from './describe-effects.js'
import type { Effect } from './ledger.js'
import type { ProblemId } from './ids.js'

/**
 * Every way an upgrade can end badly, with the exit code that the CLI returns for it.
 * 1 is for our own bugs, and 255 is left to ssh.
 */
export const exitCodes = {
  'internal-error': 1,
  'bad-input': 10,
  'bad-secret': 11,
  'preflight-failed': 12,
  busy: 13,
  'backup-failed': 20,
  'backup-unproven': 21,
  'composer-credentials': 30,
  'composer-network': 31,
  unsatisfiable: 32,
  'composer-policy': 33,
  'composer-crashed': 34,
  'commit-refused': 40,
  'push-rejected': 41,
  'push-raced': 42,
  'deploy-failed': 50,
  'deploy-never-started': 51,
  'deploy-unknown': 52,
  'wrong-version': 60,
  unhealthy: 61,
  reverted: 70,
  'recovery-failed': 71,
  'retry-later': 75,
  interrupted: 130,
  terminated: 143
} as const

/** The stable name of a failure, as it stands in the report and in the documentation. */
export type ErrorCode = keyof typeof exitCodes

/** One thing that is wrong, and what to do about it. */
export interface Problem {
  /** Stable kebab-case id of the check that found it, e.g. `git-dirty`, or the code of the error that says it alone. */
  readonly id: ProblemId | ErrorCode
  /** `error` stops the upgrade, `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** Of what a plan says: to be done before the upgrade, to be looked at, or for information. */
  readonly level?: 'before' | 'look' | 'information' | undefined
  /** The nodes that have it, in a problem of nodes. */
  readonly hosts?: readonly string[] | undefined
  /** What is wrong and where, one sentence. */
  readonly message: string
  /** What to type or change next, one sentence or command. */
  readonly fix: string
}

/** What an {@link UpgradeError} says beside its code. */
export interface ErrorFacts {
  /** What happened and where, one or two sentences, without secrets or customer data. */
  readonly message: string
  /** The message without what the report lists of its own, such as the reasons of a deployment; the message where left out. */
  readonly summary?: string
  /** What to do or type next, one sentence or command. */
  readonly next: string
  /** All problems found, where the step collects several. */
  readonly problems?: readonly Problem[]
  /** Longer raw text (for instance Composer's own reasons), redacted. */
  readonly details?: string
  /** Seconds in which a server asked not to be asked again. */
  readonly retryAfterSeconds?: number | null
  /** Whether this tells what a stop of the run has left: a restore in its middle knows more than the run does. */
  readonly tellsStop?: boolean
}

/** A failure that the user can act on. Anything else that is thrown is a bug of ours, told as an `internal-error`. */
export class UpgradeError extends Error {
  override readonly name = 'UpgradeError'
  readonly code: ErrorCode
  readonly summary: string
  /** What the run had changed when it ended so; empty where it had changed nothing. */
  effects: readonly Effect[] = []
  readonly next: string
  readonly problems: readonly Problem[]
  readonly details: string | undefined
  readonly retryAfterSeconds: number | null
  readonly tellsStop: boolean

  constructor(code: ErrorCode, facts: ErrorFacts) {
    super(facts.message)
    this.code = code
    this.summary = facts.summary ?? facts.message
    this.next = facts.next
    this.problems = facts.problems ?? []
    this.details = facts.details
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null
    this.tellsStop = facts.tellsStop ?? false
  }

  /** What was left as it was, in sentences that come from {@link effects}. */
  get unchanged(): string {
    return describeEffects(this.effects).unchanged
  }

  /** The process exit code for this failure: 1 for a bug, else between 10 and 143. */
  get exitCode(): number {
    return exitCodes[this.code]
  }
}
