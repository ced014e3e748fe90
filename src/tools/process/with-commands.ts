import { createRunCommand } from './run-command.js'
import type { RunCommand } from './command.js'

/** Commands and other work that may outlive whoever waits for it, as where one of several parallel checks fails. */
export interface Commands {
  readonly run: RunCommand
  /** Aborts when the task is over, or when the run is stopped. */
  readonly signal: AbortSignal
  /** Starts work that has to be over before the task is: what writes into a folder that is removed afterwards. */
  readonly track: <T>(start: () => Promise<T>) => Promise<T>
}

/**
 * Runs `task` and comes back when all that it started is over, too: what is still under way when the task ends is
 * stopped and waited for, and nothing begins any more. Else a login that is being made writes its key into a folder
 * that is removed at the same moment.
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
