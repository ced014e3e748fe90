import { failedReport } from '../run/unexpected-error.js'
import { camelCase, type GivenOptions } from '../run/normalize-options.js'
import { optionTable, type Command, type OptionDefinition } from '../options.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { stopOnSignals } from '../run/stop-on-signals.js'
import { writeReport } from '../run/write-report.js'
import { secretVariable } from './help-texts.js'
import { printReport } from './print-report.js'
import { createProgress } from './progress.js'
import { redactSecrets, secretValues } from './secret-values.js'

type LibraryCommand = Exclude<Command, 'restore'>

type RunOfCommand = (options: GivenOptions, context: RunContext) => Promise<UpgradeReport>

// Each loads slowly enough to be noticed in --help, and in the other commands.
const commands: Readonly<Record<LibraryCommand, () => Promise<RunOfCommand>>> = {
  plan: async () => (await import(/* webpackChunkName: "plan" */ '../commands/plan.js')).plan,
  upgrade: async () => (await import(/* webpackChunkName: "library" */ '../commands/upgrade.js')).upgrade,
  backup: async () => (await import(/* webpackChunkName: "library" */ '../commands/backup.js')).backup,
  verify: async () => (await import(/* webpackChunkName: "library" */ '../commands/verify.js')).verify,
  diagnose: async () => (await import(/* webpackChunkName: "library" */ '../commands/diagnose.js')).diagnose
}

/** Runs one command of the library: flags in, progress on stderr, the report on stdout, its exit code. */
export async function runCommand(command: LibraryCommand, flags: Record<string, unknown>): Promise<void> {
  const { json, verbose, ...given } = flags
  const report = await reportOf(command, given, verbose === true)
  if (json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else printReport(report)
  process.exitCode = report.error?.exitCode ?? 0
  const path = given['report']
  try {
    const file = await writeReport(report, typeof path === 'string' ? path : '')
    process.stderr.write(`Report: ${file}\n`)
  } catch (error) {
    process.stderr.write(`The report could not be written: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** What no command could report, a bug included, ends in a report as well. */
async function reportOf(
  command: LibraryCommand,
  given: Record<string, unknown>,
  verbose: boolean
): Promise<UpgradeReport> {
  const progress = createProgress({ verbose })
  const { logger, onStep } = progress
  try {
    const runOfCommand = await commands[command]()
    const options = { ...given, ...secretsOf(command) }
    const signal = stopOnSignals(redactSecrets())
    const context = { logger, onStep, environment: process.env, signal }
    return await runOfCommand(options, context)
  } catch (error) {
    return failedReport(error, secretValues())
  } finally {
    progress.end()
  }
}

/** The secrets of a command, from the environment variables that its help names. */
export function secretsOf(command: Command): Record<string, string> {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command))
  return Object.fromEntries(
    secrets.flatMap(([name]) => {
      const value = process.env[secretVariable(name)]
      return value === undefined ? [] : [[camelCase(name), value]]
    })
  )
}
