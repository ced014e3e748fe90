import { createRunCommand } from './run-command.js'
import type { RunCommand } from './command.js'

/** Commands and other work that may outlive their caller, for example if one of several parallel checks fails. */
export interface Commands {
  readonly run: RunCommand
  /** Aborts when the task is over, or when the run is stopped. */
  readonly signal: AbortSignal
  /** Starts work that must end before the task does, such as writing into a folder that is removed afterwards. */
  readonly track: <T>(start: () => Promise<T>) => Promise<T>
}

/**
 * Runs `task` and returns when all work that it started has ended too: what still runs when the task ends is stopped
 * and waited for, and nothing new begins. Otherwise a login in progress could write its key into a folder while that is
 * removed.
 */
export async function withCommands<T>(
  { signal: outer, redact }: { readonly signal?: AbortSignal; readonly redact?: (text: string) => string },
  task: (commands: Commands) => Promise<T>
): Promise<T> {
  const over = new AbortController()
  const signal = outer === undefined ? over.signal : AbortSignal.any([outer, over.signal])
  const underWay = new Set<Promise<unknown>>()
  const track = async <U>(start: () => Promise<U>): Promise<U> => {
    if (over.signal.aborted) throw new Error('The task that this belongs to is over.')
    const work = start()
    underWay.add(work)
    try {
      return await work
    } finally {
      underWay.delete(work)
    }
  }
  const start = createRunCommand(signal, redact)
  try {
    return await task({ run: (argv, options) => track(() => start(argv, options)), signal, track })
  } finally {
    over.abort()
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }
}
