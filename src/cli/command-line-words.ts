import { optionTable, type OptionDefinition } from '../options.js'
import type { UpgradeReport } from '../report/report.js'
import { secretVariable } from './help-texts.js'

const rows: readonly [string, OptionDefinition][] = Object.entries(optionTable)
const names = rows.map(([name]) => name).sort((a, b) => b.length - a.length)
// An option's name of one word may be plain English: it is an option only if a value follows.
const withValue = new RegExp(`(?<![\\w.-])(${names.join('|')}): ([\\w.@/=-]*[\\w/=-])`, 'g')
const bare = new RegExp(
  `(?<![\\w./-])(${names.filter((name) => name.includes('-')).join('|')})(?![\\w:/-]|\\.\\w)`,
  'g'
)

/** Advice in command-line terms: `--no-push` for `push: false`, variables for secrets. */
export function commandLineWords(text: string): string {
  return text
    .replace(withValue, (_, name: string, value: string) => flag(name, value))
    .replace(bare, (_, name: string) => spelled(name))
}

function flag(name: string, value: string): string {
  const { type, secret } = row(name)
  if (secret || type !== 'boolean') return `${spelled(name)} ${value}`
  return value === 'false' ? `--no-${name}` : `--${name}`
}

function spelled(name: string): string {
  return row(name).secret ? secretVariable(name) : `--${name}`
}

function row(name: string): OptionDefinition {
  return (optionTable as Record<string, OptionDefinition>)[name] ?? optionTable['working-directory']
}

/** The report for a terminal: its advice says what to type. */
export function inCommandLineWords(report: UpgradeReport): UpgradeReport {
  const advise = <T extends { readonly fix: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, fix: commandLineWords(item.fix) }))
  const { error, plan, warnings, steps } = report
  return {
    ...report,
    warnings: advise(warnings),
    // A step's note may name branches and files, which are not options.
    steps: steps.map((step) => (step.outcome === 'done' ? step : { ...step, note: commandLineWords(step.note) })),
    plan: plan && { ...plan, notes: advise(plan.notes) },
    error: error && { ...error, next: commandLineWords(error.next), problems: advise(error.problems) }
  }
}
