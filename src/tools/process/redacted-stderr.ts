import type { RunCommand } from './command.js'

/** `run` whose children say nothing on stderr that `redact` hides; stdout may be data, and comes as it is. */
export function redactedStderr(run: RunCommand, redact: (text: string) => string): RunCommand {
  return async (argv, options) => {
    const { onStderrLine } = options
    const onLine = (line: string): void => {
      onStderrLine?.(redact(line))
    }
    const result = await run(argv, { ...options, ...(onStderrLine && { onStderrLine: onLine }) })
    return { ...result, stderr: redact(result.stderr) }
  }
}
