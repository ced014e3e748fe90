import { silentLogger, type Logger } from '../logger.js'
import type { StepEvent } from './step-timer.js'

/** What a caller may pass besides the options. */
export interface RunContext {
  /** Default: says nothing. */
  readonly logger?: Logger
  /** Stops the run cleanly; its `reason` may be the name of a signal, `SIGINT` or `SIGTERM`. */
  readonly signal?: AbortSignal
  /** The environment from which children inherit allow-listed variables. Default: none. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly onStep?: (event: StepEvent) => void
  /**
   * Commit that the branch must have on the remote, such as the labelled one: the run is refused if it has another one.
   * Default: any.
   */
  readonly expectedTip?: string | null
}

/** A {@link RunContext} with every part present. */
export interface FullContext extends Required<RunContext> {
  /**
   * Hides the run's secrets. Foreign text must pass it before any redaction by form, which could hide the first word of
   * a secret and show the rest.
   */
  readonly redact: (text: string) => string
}

/** Fills in what the caller left out. */
export function fullContext(context: RunContext): FullContext {
  return {
    logger: context.logger ?? silentLogger,
    signal: context.signal ?? new AbortController().signal,
    environment: context.environment ?? {},
    onStep: context.onStep ?? (() => undefined),
    expectedTip: context.expectedTip ?? null,
    redact: (text) => text
  }
}
