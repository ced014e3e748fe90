import wrapAnsi from 'wrap-ansi'
import { splitCommands } from '../report/split-commands.js'

// Stands for a blank that no line may end at; no text that is shown has it.
const glue = '\u0000'
const opening = /^ *(?:(?:[-~+!✓✗]|\d{1,3}\.) )?/

/**
 * A text whose lines end at words before they reach the width, in columns; what goes on stands below its beginning. Lines
 * of logs and commands stay whole: a terminal breaks them itself, and they are copied as one line.
 */
export function wrapText(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width / 2 || line.trimStart().startsWith('| ')) return line
  const start = opening.exec(line)?.[0] ?? ''
  const columns = Math.max(width - start.length, 10)
  return wrapAnsi(glued(line.slice(start.length)), columns)
    .split('\n')
    .map((part, index) => `${index === 0 ? start : ' '.repeat(start.length)}${part}`)
    .join('\n')
    .replaceAll(glue, ' ')
}

function glued(text: string): string {
  return splitCommands(text)
    .filter(({ isCommand }) => isCommand)
    .reduce((whole, { text: command }) => whole.replace(command, () => command.replaceAll(' ', glue)), text)
}
