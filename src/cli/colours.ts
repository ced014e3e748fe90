import picocolors from 'picocolors'

/** Whether stderr takes colours: a terminal, unless NO_COLOR is set. What runs in CI and goes into a file has none. */
export function takesColours(): boolean {
  return process.stderr.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}

/** Colours for stderr. Picocolors itself asks stdout, and colours whatever runs in CI. */
export function coloursOfStderr(): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(takesColours())
}
