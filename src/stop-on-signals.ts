// Both borders, the command line and the action, are stopped in the same way.
/** A signal that aborts at the first Ctrl-C or SIGTERM, with its name as the reason; the second one ends at once. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code)
      process.stderr.write('\nStopping; once more stops at once.\n')
      controller.abort(name)
    })
  }
  return controller.signal
}
