import { code, inline, link } from '../markdown.js'
import type { Plan, UpgradeReport } from '../report.js'
import { releaseNotes } from './release-notes.js'

/** What is changed, and why. */
export function opening({ update, environment, branch }: UpgradeReport, plan: Plan): readonly string[] {
  const files =
    update === null
      ? ''
      : ` The update writes ${update.writtenFiles.length} files and removes ${update.removedFiles.length}.`
  const notes = releaseNotes(plan.toVersion).map(({ text, url }) => link(text, url))
  const support = plan.notes.filter(({ id }) => id === 'support-date').map(({ message }) => inline(message))
  const reasons = [
    ['Target', code(plan.target)],
    ['Release notes', notes.join(' · ')],
    ['Support', support.join(' ')]
  ].filter(([, text]) => text !== '')
  return [
    `Upgrades Adobe Commerce from **${inline(plan.fromVersion)}** to **${inline(plan.toVersion)}**. Composer resolves it.${files} Nothing is deployed to ${code(environment ?? branch ?? 'the environment')} before the merge.`,
    '',
    '| | |',
    '|---|---|',
    ...reasons.map(([name = '', text = '']) => `| ${name} | ${text} |`)
  ]
}
