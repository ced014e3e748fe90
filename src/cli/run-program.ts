import { CommanderError } from 'commander'
import { linesOfEffects } from '../describe-effects.js'
import { exitCodes, type UpgradeError } from '../errors.js'
import { visibleText } from '../visible-text.js'
import { unexpectedError } from '../run/unexpected-error.js'
import { createProgram } from './create-program.js'
import { spellBooleans } from './spell-booleans.js'
import { redactSecrets } from './secret-values.js'

/**
 * Runs the command line `argv` (without node and script). Sets the exit code: `bad-input` for a wrong command line.
 * Anything thrown is reported redacted.
 */
export async function runProgram(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(bearClosedPipe)) stream.on('error', bearClosedPipe)
  try {
    await createProgram().parseAsync(spellBooleans(argv), { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes['bad-input']
    else tell(unexpectedError(error))
  }
}

function tell({ message, effects, next, exitCode }: UpgradeError): void {
  const changes = linesOfEffects(effects).map(([title, text]) => `${title}: ${text}`)
  const lines = [message, ...changes, `Next: ${next}`]
  process.stderr.write(visibleText(redactSecrets()(`${lines.join('\n')}\n`)))
  process.exitCode = exitCode
}

// A closed output pipe (`| head`) is no reason to stop an upgrade half-way.
function bearClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
