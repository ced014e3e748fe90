import { optionTable, type Command, type OptionDefinition } from '../options.js'
import { secretVariable } from './help-texts.js'
import { createProgress } from './progress.js'
import { writeReport } from '../write-report.js'
import { stopOnSignals } from '../stop-on-signals.js'

/** Runs one command of the library: flags in, progress on stderr, the report on stdout, its exit code. */
export async function runCommand(command: Exclude<Command, 'restore'>, flags: Record<string, unknown>): Promise<void> {
  const { json, verbose, ...given } = flags
  // The library loads slowly enough to be noticed in --help.
  const library = await import('../index.js')
  const functions = {
    plan: library.planUpgrade,
    upgrade: library.upgrade,
    backup: library.backUp,
    verify: library.verify,
    diagnose: library.diagnose
  }
  const progress = createProgress({ verbose: verbose === true })
  const report = await functions[command](
    { ...given, ...secretsOf(command, library.camelCase) },
    {
      logger: progress.logger,
      onStep: progress.onStep,
      environment: process.env,
      signal: stopOnSignals()
    }
  )
  progress.end()
  process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : `\n${library.renderText(report)}`)
  process.exitCode = report.error?.exitCode ?? 0
  const path = given['report']
  try {
    const file = await writeReport(report, typeof path === 'string' ? path : '')
    process.stderr.write(`Report: ${file}\n`)
  } catch (error) {
    process.stderr.write(`The report could not be written: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** The secrets of a command, from the environment variables that its help names. */
export function secretsOf(command: Command, camelCase: (name: string) => string): Record<string, string> {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command))
  return Object.fromEntries(
    secrets.flatMap(([name]) => {
      const value = process.env[secretVariable(name)]
      return value === undefined ? [] : [[camelCase(name), value]]
    })
  )
}
