import { CommanderError } from 'commander'
import { exitCodes } from '../errors.js'
import { createProgram } from './create-program.js'

/** Runs the command line `argv` (without node and script). Sets the exit code: `bad-input` for a wrong command line. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes['bad-input']
  }
}
