import { StringDecoder } from 'node:string_decoder'
import { lastCharacters } from '../../project/last-characters.js'
import type { RunCommand } from './command.js'

/** Collects the output of a process as text, see {@link lastCharacters}, and reports each complete line. */
interface Capture {
  add(chunk: Buffer): void
  /** The collected text; a last line without line end is reported first. */
  end(): string
}

/** Characters reported of one line; an endless line must not fill the memory. */
export const longestLine = 1024 * 1024
const longestSecret = 4096

/** A {@link Capture} that decodes UTF-8 across chunk borders. Of a very long line only the beginning is reported. */
export function captureLines(limit: number, onLine?: (line: string) => void): Capture {
  const decoder = new StringDecoder('utf8')
  const tail = keepTail(limit)
  const lines = onLine && splitLines(onLine)
  const take = (piece: string): void => {
    tail.add(piece)
    lines?.add(piece)
  }
  return {
    add: (chunk) => {
      take(decoder.write(chunk))
    },
    end: () => {
      take(decoder.end())
      lines?.end()
      return tail.text()
    }
  }
}

// Pieces are joined when needed: appending to one text repeatedly takes quadratic time.
function keepTail(limit: number): { add(piece: string): void; text(): string } {
  let pieces: string[] = []
  let length = 0
  return {
    text: () => lastCharacters(pieces.join(''), limit),
    add: (piece) => {
      pieces.push(piece)
      length += piece.length
      if (length <= 2 * limit) return
      // One character more than wanted: it shows whether a line begins after it.
      pieces = [pieces.join('').slice(-limit - 1)]
      length = limit + 1
    }
  }
}

function splitLines(onLine: (line: string) => void): { add(piece: string): void; end(): void } {
  let parts: string[] = []
  let length = 0
  const grow = (part: string): void => {
    const room = Math.max(0, longestLine - length)
    if (room > 0) parts.push(part.slice(0, room))
    length += part.length
  }
  const tell = (): void => {
    onLine(shortened(parts.join(''), length).replace(/\r$/, ''))
    parts = []
    length = 0
  }
  return {
    add: (piece) => {
      const [first = '', ...others] = piece.split('\n')
      grow(first)
      for (const line of others) {
        tell()
        grow(line)
      }
    },
    end: () => {
      if (length > 0) tell()
    }
  }
}

// The last word may be the first half of a secret, which redaction would not recognise.
function shortened(line: string, length: number): string {
  if (length <= longestLine) return line
  return `${line.slice(0, beginOfLastWord(line))} … (${length - line.length} more characters)`
}

// A pattern anchored at the end is tried at each position, which takes a minute for a long line without blanks.
function beginOfLastWord(line: string): number {
  const first = Math.max(0, line.length - longestSecret)
  let at = line.length
  while (at > first && !/\s/.test(line.charAt(at - 1))) at -= 1
  return at
}

/** `run` whose stderr is redacted with `redact`; stdout may be data and stays unchanged. */
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
