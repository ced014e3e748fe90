import { process } from './process.mjs'

/** A failure with the exit code and the exception class that the command line shows. */
export class CliError extends Error {
  constructor(message, { exitCode = 1, type = 'InvalidArgumentException' } = {}) {
    super(message)
    this.exitCode = exitCode
    this.type = type
  }
}

/** The padded box on stderr; the message is broken at COLUMNS wherever that falls, as Symfony Console does it. */
export function printError(error) {
  const width = Math.max(20, Number(process.env['COLUMNS'] ?? 80) - 4)
  const lines = [`[${error.type}]`, ...error.message.split('\n')].flatMap(
    (line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']
  )
  const longest = Math.max(...lines.map((line) => line.length))
  const blank = ' '.repeat(longest + 4)
  const box = [blank, ...lines.map((line) => `  ${line.padEnd(longest)}  `), blank]
  process.stderr.write(`\n${box.join('\n')}\n\n`)
}
