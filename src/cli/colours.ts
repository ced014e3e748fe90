import picocolors from 'picocolors'

/** Whether stderr is coloured: on a terminal, unless NO_COLOR is set. Never in CI or a file. */
export function takesColours(): boolean {
  return process.stderr.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}

/** Colours for stderr. Picocolors itself checks stdout, and always colours in CI. */
export function coloursOfStderr(): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(takesColours())
}
