import { indented } from './indented.js'
import { lines } from './lines.js'
import type { Problem } from '../../errors.js'
import { describePlaces } from '../describe-places.js'
import { documentation } from '../links.js'
import { code, inline, link } from '../markdown.js'
import type { UpgradeReport } from '../report.js'

const run = `${code('magento-cloud-upgrade backup')} (${link('how', `${documentation}/backups.md`)})`

/** The backup that a merge does not make: which one there is, what it lacks, how to make one. */
export function backupItem(report: UpgradeReport, warnings: readonly Problem[], most: number): readonly string[] {
  const others = warnings.filter(({ id }) => id !== 'backup-off')
  return [
    `- [ ] **A backup** of ${code(report.environment ?? report.branch ?? 'the environment')}: ${sentence(report, warnings)}`,
    ...indented(lines('- ', others, most))
  ]
}

function sentence({ backup }: UpgradeReport, warnings: readonly Problem[]): string {
  if (warnings.some(({ id }) => id === 'backup-off'))
    return `No backup was made, and a merge deploys without one. Shortly before you merge, run ${run}.`
  if (warnings.some(({ id }) => id === 'backup-failed') || backup?.state === 'failed' || backup?.state === 'none')
    return `A merge deploys without one. Shortly before you merge, run ${run}.`
  if (backup === null)
    return `An earlier run made it, see ${code('Database-Backup')} in the commit. It lacks what was written since: for a newer one, run ${run}.`
  const places = describePlaces(backup).map((place) => ` It lies ${inline(place)}.`)
  return `One was made ${inline(backup.finishedAt ?? '')}.${places.join('')} It lacks what was written since: for a newer one, run ${run}.`
}
