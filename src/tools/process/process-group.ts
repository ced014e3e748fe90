/** Ends one process group: SIGTERM first, SIGKILL three seconds later. */
interface Stop {
  /** Whether an end was asked for. */
  readonly asked: boolean
  readonly timedOut: boolean
  now(becauseOfDeadline: boolean): void
  /** Must be called once the process has ended, so that no later signal hits another process with the same id. */
  settle(): void
}

const graceMilliseconds = 3000

/** A {@link Stop} for the group whose id `groupOf` gives; null until the process has reported it. */
export function createStop(groupOf: () => number | null): Stop {
  const state = { asked: false, timedOut: false, settled: false }
  const timers: NodeJS.Timeout[] = []
  const attempt = (signal: NodeJS.Signals): void => {
    if (state.settled) return
    // If the end comes right at the start, the id is not known yet: try again.
    if (!signalGroup(groupOf(), signal)) timers.push(setTimeout(attempt, 20, signal))
  }
  return {
    get asked() {
      return state.asked
    },
    get timedOut() {
      return state.timedOut
    },
    now: (becauseOfDeadline) => {
      if (state.asked || state.settled) return
      state.asked = true
      state.timedOut = becauseOfDeadline
      attempt('SIGTERM')
      timers.push(setTimeout(attempt, graceMilliseconds, 'SIGKILL'))
    },
    settle: () => {
      state.settled = true
      timers.forEach(clearTimeout)
    }
  }
}

function signalGroup(group: number | null, signal: NodeJS.Signals): boolean {
  if (group === null || group <= 1) return false
  try {
    process.kill(-group, signal)
    return true
  } catch (error) {
    // ESRCH: the group has ended by itself.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Finds the line in which a process reports its group id, among other output on the same stream. */
export interface GroupLine {
  /** The id of the process group; null until the line has come. */
  readonly group: number | null
  /** The chunk without that line. */
  pass(chunk: Buffer): Buffer
  /** Text still held back at the end of the stream, because the line never came. */
  end(): Buffer
}

const nothing = Buffer.alloc(0)

/** A {@link GroupLine} for the line `<mark> <id>`. A launcher may warn before it, so it need not be the first. */
export function createGroupLine(mark: string): GroupLine {
  const wanted = new RegExp(`^${mark} (\\d+)\\n`, 'm')
  let held: Buffer = nothing
  let group: number | null = null
  return {
    get group() {
      return group
    },
    pass: (chunk) => {
      if (group !== null) return chunk
      held = Buffer.concat([held, chunk])
      const text = held.toString('latin1')
      const found = wanted.exec(text)
      if (found === null) return nothing
      group = Number(found[1])
      return Buffer.from(text.replace(found[0], ''), 'latin1')
    },
    end: () => (group === null ? held : nothing)
  }
}
