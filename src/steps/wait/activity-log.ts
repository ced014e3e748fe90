import type { Logger } from '../../logger.js'
import { phaseOf, type DeploymentPhase } from '../../project/deployment-phases.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import { visibleText } from '../../visible-text.js'

/** Where a log is told. */
export interface LogSink {
  readonly logger: Logger
  /** Whether its lines are shown, and not its phases alone. Default: true. */
  readonly showLog?: boolean
  /** Hides the secrets of the run: the first that lines pass. */
  readonly redact?: (text: string) => string
}

/** The log of one activity, told as it grows. */
interface ActivityLog {
  /** The second in which each phase was seen to begin. */
  readonly begun: ReadonlyMap<DeploymentPhase, number>
  /** Tells the lines of `text` that are new, with the `seconds` since the beginning of the wait. */
  tell(text: string, ended: boolean, seconds: number): void
  /** Ends the group of its lines, if one is open. */
  end(): void
}

/**
 * Tells the lines of an activity's log in a group of their own, where the logger has groups: without what they hold of
 * secrets and people, or only the phases where the lines are not shown.
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

// Together, since a value may go over several lines; one by one where that joined lines.
function redactLines(lines: readonly string[], redact: (text: string) => string): readonly string[] {
  const hide = (text: string): string => redactEvidence(redact(text))
  const together = hide(lines.join('\n')).split('\n')
  return together.length === lines.length ? together : lines.map(hide)
}

/** `mm:ss` since the beginning of the wait. */
function elapsed(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const remembered = 2000

/** Gives those complete lines of a growing text that were not given before, also where its beginning has been cut off. */
export function createLogTail(): (text: string, ended: boolean) => readonly string[] {
  let given = 0
  let last = ''
  return (text, ended) => {
    // The last piece is a line of its own only once nothing follows any more.
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
  // A shorter text is an answer that broke off; a longer one has lost what was between.
  return text.length < given ? null : 0
}
