import { redactEvidence } from '../../../secrets/redact-evidence.js'

const mostRows = 12
const longestRow = 500

/**
 * The lines to show around one of them: from the first row of its entry (what failed) to those around the row itself.
 * Secrets and personal data are removed before any cut.
 */
export function showRows(rows: readonly string[], focus: number): string {
  const from = Math.max(0, focus - 40)
  const window = rows.slice(from, focus + 40)
  const safe = redactEvidence(window.join('\n')).split('\n')
  const at = safe.length === window.length ? focus - from : 0
  const lines = safe.map((text, index) => ({ text: text.trimEnd(), index })).filter(({ text }) => text.trim() !== '')
  const place = Math.max(
    0,
    lines.findIndex(({ index }) => index >= at)
  )
  const near = lines.slice(Math.max(0, place - 4), place + 8)
  const head = from === 0 && place > 4 ? lines.slice(0, 1) : []
  return [...head, ...near]
    .slice(0, mostRows)
    .map(({ text }) => (text.length > longestRow ? `${text.slice(0, longestRow)}…` : text))
    .join('\n')
    .trim()
}
