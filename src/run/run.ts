import { UpgradeError } from '../errors.js'
import { createLedger, type Ledger } from '../ledger.js'
import { redactingLogger } from '../logger.js'
import { normalizeOptions, type GivenOptions, type UpgradeOptions } from './normalize-options.js'
import { addressSecrets, optionSecrets, secretLeaves } from './known-secrets.js'
import type { Command } from '../options.js'
import { createRedact } from '../secrets/redact.js'
import type { UpgradeReport } from '../report/report.js'
import { nameApplicationIn } from '../report/name-application.js'
import { fullContext, type FullContext, type RunContext } from './run-context.js'
import { composeReport, newRunState, type RunState } from './run-state.js'
import { Secret } from '../secrets/secret.js'
import { createStepTimer, type StepTimer } from './step-timer.js'
import { removeOrphanedFolders } from '../tools/files/private-folder.js'
import { unexpectedError } from './unexpected-error.js'
import { workflowOf } from './workflow-of.js'

/** The context of a running command. */
export interface Run {
  readonly options: UpgradeOptions
  readonly context: FullContext
  readonly facts: RunState
  readonly stepTimer: StepTimer
  /** What this run changes, for the report. */
  readonly ledger: Ledger
  readonly secrets: readonly Secret[]
  /** Lines of known_hosts that this run accepted unseen: no other key of those hosts is taken later in the run. */
  readonly acceptedHostKeys: string[]
  /** The application of an environment that holds several: printed commands name it. Null until known. */
  readonly several: { application: string | null }
  /** Throws UpgradeError if this run's lock is lost. Must be called right before each push. */
  readonly confirmLock: () => Promise<void>
  /** Adds the values in a file of credentials to the secrets. */
  readonly addSecrets: (text: string) => void
  /** Adds secrets that the repository already contains: never printed, but no reason to refuse a commit. */
  readonly addCommittedSecrets: (values: readonly string[]) => void
}

/**
 * Runs one command and always returns a report: a thrown UpgradeError becomes its `error`, anything else is our bug and
 * becomes an `internal-error`.
 */
export async function startRun(
  command: Command,
  given: GivenOptions,
  runContext: RunContext,
  task: (thisRun: Run) => Promise<void>
): Promise<UpgradeReport> {
  const began = performance.now()
  const context = fullContext(runContext)
  const { environment } = context
  const secrets = optionSecrets(given, environment)
  const committed = addressSecrets(Object.values({ ...environment, ...given }))
  const redact = createRedact(secrets, committed)
  const stepTimer = createStepTimer((event) => {
    context.onStep({ ...event, note: redact(event.note) })
  })
  const facts = newRunState({ workflow: workflowOf(environment) })
  const several = { application: null as string | null }
  let failure: UpgradeError | null = null
  try {
    const options = normalizeOptions(given, command)
    facts.project = options.project || null
    facts.environment = options.environment || null
    facts.target = command === 'plan' || command === 'upgrade' ? options.target : null
    const logger = redactingLogger(context.logger, redact)
    const addSecrets = (text: string): void => {
      secrets.push(...secretLeaves(text))
    }
    const confirmLock = (): Promise<void> => Promise.resolve()
    await removeOrphanedFolders()
    const addCommittedSecrets = (values: readonly string[]): void => {
      committed.push(...values.map((value) => new Secret(value)))
    }
    await task({
      options,
      context: { ...context, logger, redact },
      facts,
      ledger: createLedger(facts.changes),
      stepTimer,
      secrets,
      addSecrets,
      addCommittedSecrets,
      confirmLock,
      acceptedHostKeys: [],
      several
    })
  } catch (error) {
    const told = error instanceof UpgradeError && error.tellsStop
    failure = context.signal.aborted && !told ? stopped(context.signal, facts) : unexpectedError(error, facts)
  }
  const seconds = Math.round(performance.now() - began) / 1000
  const report = composeReport(facts, stepTimer.steps, seconds, failure, [...secrets, ...committed])
  return several.application === null ? report : nameApplicationIn(report, several.application)
}

function stopped(signal: AbortSignal, facts: RunState): UpgradeError {
  // A bug elsewhere in the process stops the run too.
  if (signal.reason instanceof UpgradeError) return signal.reason
  const terminated = signal.reason === 'SIGTERM'
  const pushed = facts.commit !== null && facts.verdict === 'pushed'
  return new UpgradeError(terminated ? 'terminated' : 'interrupted', {
    message: `The run was stopped${terminated ? ' by SIGTERM' : ''}.`,
    next: pushed ? 'Run the same command again: it follows the deployment.' : 'Run the same command again.'
  })
}
