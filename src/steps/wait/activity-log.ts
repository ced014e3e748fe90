import type { Logger } from '../../logger.js'
import { phaseOf, type DeploymentPhase } from '../../project/deployment-phases.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import { visibleText } from '../../visible-text.js'

/** Where a log is printed. */
export interface LogSink {
  readonly logger: Logger
  /** Whether its lines are shown, and not just its phases. Default: true. */
  readonly showLog?: boolean
  /** Hides the secrets of the run; lines pass through it first. */
  readonly redact?: (text: string) => string
}

/** The log of one activity, printed as it grows. */
interface ActivityLog {
  /** The second in which each phase was seen to start. */
  readonly begun: ReadonlyMap<DeploymentPhase, number>
  /** Prints the new lines of `text`, with the `seconds` since the start of the wait. */
  tell(text: string, ended: boolean, seconds: number): void
  /** Ends the group of its lines, if one is open. */
  end(): void
}

/**
 * Prints the lines of an activity's log, in a separate group if the logger has groups, without secrets and personal
 * data; only the phases if the lines are not shown.
 */
export function openActivityLog(
  { logger, showLog: shown = true, redact = (text) => text }: LogSink,
  id: string
): ActivityLog {
  const tail = createLogTail()
  const begun = new Map<DeploymentPhase, number>()
  let endGroup: (() => void) | null = null
  const tellPhase = (line: string, seconds: number): void => {
    const phase = phaseOf(line)
    if (phase === null || begun.has(phase)) return
    begun.set(phase, seconds)
    logger.info(`Phase: ${phase}`)
  }
  return {
    begun,
    tell: (text, ended, seconds) => {
      const lines = tail(text, ended).map(visibleText)
      if (lines.length > 0 && shown) endGroup ??= logger.group?.(`Log of activity ${id}`) ?? null
      const redacted = shown ? redactLines(lines, redact) : []
      for (const [index, line] of lines.entries()) {
        tellPhase(line, seconds)
        if (shown) logger.info(`${elapsed(seconds)} ${redacted[index] ?? ''}`)
      }
    },
    end: () => {
      endGroup?.()
      endGroup = null
    }
  }
}

// Redacted together, because a value may span several lines; one by one if that joined lines.
function redactLines(lines: readonly string[], redact: (text: string) => string): readonly string[] {
  const hide = (text: string): string => redactEvidence(redact(text))
  const together = hide(lines.join('\n')).split('\n')
  return together.length === lines.length ? together : lines.map(hide)
}

/** `mm:ss` since the start of the wait. */
function elapsed(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const remembered = 2000

/**
 * Returns the complete lines of a growing text that were not returned before, even if its beginning has been cut off.
 */
export function createLogTail(): (text: string, ended: boolean) => readonly string[] {
  let given = 0
  let last = ''
  return (text, ended) => {
    // The last piece is a line only once nothing follows it.
    const whole = ended && text !== '' && !text.endsWith('\n') ? `${text}\n` : text.slice(0, text.lastIndexOf('\n') + 1)
    const start = startOfNew(whole, given, last)
    if (start === null || start >= whole.length) return []
    given = whole.length
    last = whole.slice(-remembered)
    return whole.slice(start, -1).split('\n')
  }
}

function startOfNew(text: string, given: number, last: string): number | null {
  if (text.startsWith(last, given - last.length)) return given
  const at = text.lastIndexOf(last)
  if (at >= 0) return at + last.length
  // A shorter text is an answer that broke off; a longer one has lost lines in between.
  return text.length < given ? null : 0
}
