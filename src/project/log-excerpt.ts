/** The text from a place on: 8 lines and 800 characters at most. */
export function excerpt(text: string, at: number): string {
  return text.slice(at).split('\n').slice(0, 8).join('\n').slice(0, 800).trim()
}

/**
 * The lines to show: the entry itself, up to the next one; where it only says that a command failed, what that command
 * had printed just before it, too.
 */
export function evidenceAt(text: string, at: number): string {
  const lines = excerpt(text, at).split('\n')
  const isEntry = entryStart.test(lines[0] ?? '')
  const end = lines.findIndex((line, index) => index > 0 && (isEntry ? entryStart : logEntry).test(line))
  const shown = end < 0 ? lines : lines.slice(0, end)
  if (!isEntry) return shown.join('\n')
  // Neither the line that the cut begins in nor what stands before the place in its own.
  const before = text
    .slice(Math.max(0, at - 800), at)
    .split('\n')
    .slice(at > 800 ? 1 : 0, -1)
  const printed = before.slice(before.findLastIndex((line) => entryStart.test(line)) + 1)
  return [...printed.filter((line) => line.trim() !== '').slice(-4), ...shown].join('\n')
}

const logEntry = /^\s*\[\d{4}-\d\d-\d\d|^(?:Re-deploying environment|Building application)/
const entryStart = /^\s*(?:\[\d{4}-\d\d-\d\d|[WE]: |Re-deploying environment|Building application)/

/** The five lines before a place: what an error is about may stand just above it. */
export function linesBefore(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 500), at)
    .split('\n')
    .slice(-5)
    .join('\n')
}
