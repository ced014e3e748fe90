import type { Problem } from '../../errors.js'
import type { PackageChange, Plan } from '../../report/report.js'
import { links } from '../../project/composer-lock.js'
import { parsed } from '../../project/read-json.js'
import { migratedRequirement } from './composer-migrations.js'

/** One note of a plan, with what to do about it. */
export type PlanNote = Plan['notes'][number]

/** What a plan knows. */
interface PlanFacts {
  readonly problems: readonly Problem[]
  readonly migrations: Plan['migrations']
  readonly packageChanges: readonly PackageChange[]
  /** composer.json before and after. */
  readonly before: string
  readonly after: string
}

const levels = ['before', 'look', 'information'] as const
const metapackage = 'magento/magento-cloud-metapackage'
const product = /^magento\/product-(?:enterprise|community)-edition$/

/** All notes of a plan for people, with those that must be done before the upgrade first. */
export function planNotes({ problems, migrations, packageChanges, before, after }: PlanFacts): PlanNote[] {
  const notes = [
    ...problems.map(ofProblem),
    ...extensions(packageChanges),
    ...goneModules(packageChanges),
    ...rootRequirements(before, after, migrations),
    ...migrations.map(ofMigration)
  ]
  return levels.flatMap((level) => notes.filter((note) => note.level === level))
}

function ofProblem({ id, severity, level, comparison, message, fix }: Problem): PlanNote {
  return { id, level: level ?? levelOf(severity), ...(comparison && { comparison }), message, fix }
}

function levelOf(severity: Problem['severity']): PlanNote['level'] {
  return severity === 'error' ? 'before' : 'look'
}

/** A problem of a plan: it has a level, by which a report knows it from the others. */
export function withLevel(problem: Problem): Problem {
  return { ...problem, level: problem.level ?? levelOf(problem.severity) }
}

function ofMigration({ id, file, description }: Plan['migrations'][number]): PlanNote {
  return {
    id,
    level: 'information',
    message: `${file}: ${description}.`,
    fix: 'Nothing to do; the upgrade makes this change.'
  }
}

function extensions(changes: readonly PackageChange[]): PlanNote[] {
  return changes
    .filter(({ thirdParty }) => thirdParty)
    .map(({ name, from, to }) => {
      const way =
        to === null ? `${from ?? ''} is removed` : from === null ? `${to} is added` : `changes from ${from} to ${to}`
      const fix = to === null ? 'Check whether anything uses it.' : 'Test it.'
      return { id: 'extension-moves', level: 'look', message: `The extension ${name} ${way}.`, fix }
    })
}

// Modules of the core, and those of other vendors that Adobe shipped with it until 2.4.3.
const module = /^magento\/module-|^(?:amzn|dotmailer|dotdigital|klarna|vertex|vertexinc|yotpo|temando)\//

function goneModules(changes: readonly PackageChange[]): PlanNote[] {
  const gone = changes.filter(({ name, to, thirdParty }) => to === null && !thirdParty && module.test(name))
  if (gone.length === 0) return []
  const names = gone.map(({ name }) => name)
  const listed = [...names.slice(0, 10), ...(names.length > 10 ? [`${names.length - 10} more`] : [])].join(', ')
  const message = `The target no longer includes ${listed}.`
  const fix =
    "If you use one of them, require the vendor's own package first, and remove the modules from app/etc/config.php."
  return [{ id: 'modules-gone', level: 'look', message, fix }]
}

function rootRequirements(before: string, after: string, migrations: Plan['migrations']): PlanNote[] {
  const [old, now] = [requirements(before), requirements(after)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const told = new Set(migrations.map(({ id }) => migratedRequirement(id)))
  return names
    .filter((name) => old[name] !== now[name] && !told.has(name))
    .map((name) => rootRequirement(name, old[name], now[name]))
}

function rootRequirement(name: string, from: string | undefined, to: string | undefined): PlanNote {
  const what = { id: 'root-requirement', level: name === metapackage ? 'information' : 'look' } as const
  if (to === undefined) {
    const fix = product.test(name)
      ? 'It would keep the product at its version; to reach an exact version, set it as the target.'
      : 'Check whether your own code needs it.'
    return { ...what, message: `composer.json no longer requires ${name} ${from ?? ''}.`, fix }
  }
  const was = from === undefined ? '' : ` instead of ${from}`
  const fix = product.test(name)
    ? 'The next upgrade updates or removes it.'
    : 'Nothing to do; the upgrade makes this change.'
  return { ...what, message: `composer.json requires ${name} ${to}${was}.`, fix }
}

function requirements(text: string): Readonly<Record<string, string>> {
  const result = links.safeParse((parsed(text) as { require?: unknown } | undefined)?.require)
  return result.success ? result.data : {}
}
