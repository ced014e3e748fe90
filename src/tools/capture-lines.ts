import { StringDecoder } from 'node:string_decoder'

/** Collects the output of a process as text, at most its last `limit` characters, and tells each complete line. */
export interface Capture {
  add(chunk: Buffer): void
  /** The collected text; a last line without line end is told first. */
  end(): string
}

/** A {@link Capture} that decodes UTF-8 across chunk borders. */
export function captureLines(limit: number, onLine?: (line: string) => void): Capture {
  const decoder = new StringDecoder('utf8')
  let text = ''
  let rest = ''
  const take = (piece: string): void => {
    text += piece
    if (text.length > 2 * limit) text = text.slice(-limit)
    if (!onLine) return
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line.replace(/\r$/, ''))
  }
  return {
    add: (chunk) => {
      take(decoder.write(chunk))
    },
    end: () => {
      take(decoder.end())
      if (onLine && rest !== '') onLine(rest)
      rest = ''
      return text.slice(-limit)
    }
  }
}
