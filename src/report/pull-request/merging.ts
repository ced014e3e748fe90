import { documentation } from '../links.js'
import { code, link } from '../markdown.js'
import type { UpgradeReport } from '../report.js'
import { renderSeconds } from '../seconds.js'

/** What the merge does, for how long, and how to undo it. */
export function merging({ environment, branch }: UpgradeReport, lastSeconds: number | null): readonly string[] {
  const name = code(environment ?? branch ?? 'the environment')
  const times = lastSeconds === null ? '' : ` The last deployment of ${name} took ${renderSeconds(lastSeconds)}.`
  return [
    '',
    '### What merging does',
    '',
    `If this repository is connected to the Cloud project, the platform deploys ${name}: it builds while the shop runs, then the shop is in maintenance mode until ${code('bin/magento setup:upgrade')} has ended.${times} To check every node afterwards, run ${code('magento-cloud-upgrade verify')} (${link('workflow', `${documentation}/examples/verify-by-ssh.yml`)}).`,
    '',
    `To undo it: revert the merge, and let that be deployed. That takes the code back, and not the database: the data as they were come from the backup alone (${link('how', `${documentation}/backups.md#restore`)}).`
  ]
}

/** Who made the pull request, and how it is brought up to date. */
export function madeBy({ workflow, branch }: UpgradeReport): readonly string[] {
  const tool = link('magento-cloud-upgrade', documentation.replace(/\/blob\/.*$/, ''))
  const run = workflow?.run == null ? '' : ` in ${link('this run', workflow.run)}`
  const base = code(branch ?? 'the base branch')
  return [
    '',
    '---',
    `Made by ${tool}${run}. The next run brings branch and text up to date, ticks included: it writes the upgrade of ${base} as that is then. Put changes of your own on ${base}; on this branch they are overwritten.`
  ]
}
