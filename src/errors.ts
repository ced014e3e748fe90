import { describeEffects } from './describe-effects.js'
import type { Effect } from './ledger.js'
import type { ProblemId } from './ids.js'

/**
 * Every way an upgrade can fail, with the exit code that the CLI returns for it. 1 means a bug of this program; 255 is
 * left to ssh.
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

/** The stable name of a failure, as used in the report and in the documentation. */
export type ErrorCode = keyof typeof exitCodes

/** One thing that is wrong, and what to do about it. */
export interface Problem {
  /**
   * Stable kebab-case id of the check that found it, e.g. `git-dirty`, or the error code if there is no check of that
   * name.
   */
  readonly id: ProblemId | ErrorCode
  /** `error` stops the upgrade, `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** For a problem in a plan: do it before the upgrade, review it, or for information only. */
  readonly level?: 'before' | 'look' | 'information' | undefined
  /** The nodes that have the problem, if it is about nodes. */
  readonly hosts?: readonly string[] | undefined
  /** The present and the supported version, if that is the problem: such problems are shown as one table. */
  readonly comparison?: Readonly<Record<'name' | 'key' | 'now' | 'wanted', string>> | undefined
  /** What is wrong and where, one sentence. */
  readonly message: string
  /** What to type or change next, one sentence or command. */
  readonly fix: string
}

/** What an {@link UpgradeError} carries besides its code. */
export interface ErrorFacts {
  /** What happened and where, one or two sentences, without secrets or customer data. */
  readonly message: string
  /**
   * The message without what the report lists separately, such as the reasons of a deployment. Default: the message.
   */
  readonly summary?: string
  /** What to do or type next, one sentence or command. */
  readonly next: string
  /** All problems found, if the step collects several. */
  readonly problems?: readonly Problem[]
  /** Longer raw text, for example Composer's own reasons; redacted. */
  readonly details?: string
  /** Seconds after which a server allows the next request. */
  readonly retryAfterSeconds?: number | null
  /**
   * Whether this error itself describes what an interrupted run has left behind. A restore that was interrupted knows
   * more than the run does.
   */
  readonly tellsStop?: boolean
}

/**
 * A failure that the user can act on. Anything else that is thrown is a bug of this program and reported as
 * `internal-error`.
 */
export class UpgradeError extends Error {
  override readonly name = 'UpgradeError'
  readonly code: ErrorCode
  readonly summary: string
  /** What the run had changed when it failed; empty if it had changed nothing. */
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

  /** What was left unchanged, in sentences that come from {@link effects}. */
  get unchanged(): string {
    return describeEffects(this.effects).unchanged
  }

  /** The process exit code for this failure: 1 for a bug, otherwise between 10 and 143. */
  get exitCode(): number {
    return exitCodes[this.code]
  }
}

/** Whether what was tried has failed, in contrast to a bug of this program and to the stop of the run. */
export function isFailure(error: unknown): error is UpgradeError {
  return error instanceof UpgradeError && error.code !== 'interrupted'
}

/** A mistake in the value of an option. `what` completes the sentence that its name begins. */
export function badOption(name: string, what: string, fix: string): Problem {
  return { id: 'bad-input', severity: 'error', message: `The option ${name} ${what}`, fix }
}

/** One `bad-input` for all mistakes at once. */
export function badInput(problems: readonly Problem[]): UpgradeError {
  return new UpgradeError('bad-input', {
    message: problems.map(({ message }) => message).join(' '),
    next: problems.map(({ fix }) => fix).join(' '),
    problems
  })
}
