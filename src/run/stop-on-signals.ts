import { unexpectedError } from './unexpected-error.js'

// The command line and the action stop in the same way.
/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, with its name as the reason; the second one exits at once. An
 * uncaught error also stops the run cleanly, with the error as the reason: Node would print it unredacted. `redact` is
 * applied to what is printed then.
 */
export function stopOnSignals(redact: (text: string) => string = (text) => text): AbortSignal {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code)
      process.stderr.write('\nStopping. Press Ctrl-C again to stop at once.\n')
      controller.abort(name)
    })
  }
  process.on('uncaughtException', (thrown: unknown) => {
    // A closed output pipe is no reason to stop an upgrade half-way.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') return
    const error = unexpectedError(thrown)
    process.stderr.write(`${redact(error.message)}\n`)
    if (controller.signal.aborted) process.exit(error.exitCode)
    process.exitCode = error.exitCode
    controller.abort(error)
  })
  return controller.signal
}
