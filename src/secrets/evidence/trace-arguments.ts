import { quotedAt } from './quoted.js'
import { rewrite } from './rewrite.js'

const frame = /#\d{1,4} [^\n]*/g
const name = /^(?:\\{0,4}[A-Z]\w*(?:\\+\w+)+|[A-Z][A-Za-z0-9]*_[A-Z]\w*|[\w.-]*(?:\/+[\w.-]+)+)(?:\.\.\.)?$/

/**
 * Replaces the arguments in the frames of PHP's stack traces by their types; names of classes, modules and files stay.
 */
export function typeTraceArguments(text: string): string {
  return text.replace(frame, (line) =>
    rewrite(line, /(?<=[(,] ?)'/g, ({ index }) => {
      const { from, to, end } = quotedAt(line, index) ?? { from: index, to: index, end: index }
      const value = line.slice(from, to)
      return value === '' || name.test(value) ? null : { end, text: `'<text>'` }
    })
  )
}
