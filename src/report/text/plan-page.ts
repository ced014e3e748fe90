import { openItems } from '../open-items.js'
import type { Plan, UpgradeReport } from '../report.js'
import { countPackages } from './count-packages.js'
import { items, toDo } from './items.js'
import { packageLines } from './package-lines.js'
import { section } from './section.js'

/** A plan for the terminal: packages, files, what to change first, warnings; counts and the next command last. */
export function planPage(report: UpgradeReport, plan: Plan): readonly string[] {
  const open = openItems(report)
  const isOfFile = ({ id }: { readonly id: string }): boolean =>
    id === 'root-requirement' || plan.migrations.some((migration) => migration.id === id)
  const files = open.information.filter(isOfFile)
  const first = open.comparisons.length + open.toDo.length
  return [
    `Adobe Commerce ${plan.fromVersion} -> ${plan.toVersion}`,
    ...packageLines(plan),
    ...section('Files', [...files.map(({ message }) => `~ ${message}`), ...otherFiles(plan)]),
    ...toDo(open, 'Change first', plan.toVersion),
    ...items('Warnings', open.warnings, '!'),
    ...items(
      'For information',
      open.information.filter((item) => !isOfFile(item)),
      '-'
    ),
    '',
    `Plan: ${countPackages(plan.packageChanges, true)}. 0 blockers, ${first === 0 ? '' : `${first} to change first, `}${count(open.warnings.length, 'warning')}.`,
    ...next(report, plan)
  ]
}

function otherFiles({ trackedMarshaledFiles: files }: Plan): readonly string[] {
  return ['~ composer.lock', ...(files > 0 ? [`~ up to ${count(files, 'marshaled file')}`] : [])]
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function next({ project, environment, steps }: UpgradeReport, { target }: Plan): readonly string[] {
  const isChecked = steps.some(({ step, outcome }) => step === 'preflight' && outcome === 'done')
  const options = [
    `--target ${quoted(target)}`,
    `--project ${project === null ? 'ID' : quoted(project)}`,
    ...(environment === null ? [] : [`--environment ${quoted(environment)}`]),
    ...(isChecked ? [] : ['--dry-run'])
  ]
  return [
    isChecked
      ? 'Nothing was changed. To do it:'
      : 'Nothing was changed. To check credentials, git and the platform as well (without --dry-run: to do it):',
    '',
    `  magento-cloud-upgrade upgrade ${options.join(' ')}`,
    '',
    'Every package: --json'
  ]
}

// A leading = means something to zsh.
function quoted(word: string): string {
  return /^[\w.][\w./-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
