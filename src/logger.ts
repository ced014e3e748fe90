/** Receives what the library reports. Lines are plain text without a line break at the end. */
export interface Logger {
  /** Details; not shown unless asked for. */
  debug(line: string): void
  /** Progress and results. */
  info(line: string): void
  /** Something that the user should know although the run continues. */
  warn(line: string): void
  /** The reason why the run stops. */
  error(line: string): void
  /**
   * Starts a group of lines that can be folded and returns the function that ends it; omitted if there are no groups.
   * Groups do not nest.
   */
  group?(title: string): () => void
}

const ignore = (): void => undefined

/** A logger that drops every line: the default of every library function. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** Wraps `logger` so that each line passes through `redact` first. */
export function redactingLogger(logger: Logger, redact: (text: string) => string): Logger {
  const group = logger.group?.bind(logger)
  return {
    ...(group && { group: (title: string) => group(redact(title)) }),
    debug: (line) => {
      logger.debug(redact(line))
    },
    info: (line) => {
      logger.info(redact(line))
    },
    warn: (line) => {
      logger.warn(redact(line))
    },
    error: (line) => {
      logger.error(redact(line))
    }
  }
}
