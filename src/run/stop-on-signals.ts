import { unexpectedError } from './unexpected-error.js'

// Both borders, the command line and the action, are stopped in the same way.
/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, with its name as the reason; the second one ends at once. What
 * is thrown where nobody catches it stops the run in the same good order, with the error as the reason: Node would
 * print it as it is. `redact` takes the secrets out of what is printed then.
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
    // Whoever read our output is gone, which is no reason to leave an upgrade half-way.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') return
    const error = unexpectedError(thrown)
    process.stderr.write(`${redact(error.message)}\n`)
    if (controller.signal.aborted) process.exit(error.exitCode)
    process.exitCode = error.exitCode
    controller.abort(error)
  })
  return controller.signal
}
