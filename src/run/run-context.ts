import { silentLogger, type Logger } from '../logger.js'
import type { StepEvent } from './step-timer.js'

/** What a caller may bring along beside the options. */
export interface RunContext {
  /** Default: says nothing. */
  readonly logger?: Logger
  /** Ends the run in good order; its `reason` may be the name of a signal, `SIGINT` or `SIGTERM`. */
  readonly signal?: AbortSignal
  /** The environment that children may inherit allow-listed variables from. Default: none. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly onStep?: (event: StepEvent) => void
  /**
   * Commit that the remote must hold for the branch, such as the one that was labelled: the run is refused where it
   * holds another one. Default: whatever it holds.
   */
  readonly expectedTip?: string | null
}

/** A {@link RunContext} with every part present. */
export interface FullContext extends Required<RunContext> {
  /**
   * Hides the run's secrets. A text from outside passes it before anything else looks for secrets by their form: that
   * could hide the first word of one and show the rest.
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
