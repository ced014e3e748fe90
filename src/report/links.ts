import type { UpgradeReport } from './report.js'

/** Where the docs are. */
export const documentation = 'https://github.com/magento-cloud-upgrade/magento-cloud-upgrade/blob/main/docs'

/** Where the exit codes are explained. */
export const exitCodeUrl = `${documentation}/verdicts.md#every-exit-code`

/** A name and an address of the web. */
interface Link {
  readonly text: string
  readonly url: string
}

/** The pages that help with this run: shop, pull request, commit, workflow run. Those that are not known are left out. */
export function linksOf(report: UpgradeReport): readonly Link[] {
  const { verification, recovery, pullRequest, commit, workflow } = report
  const storefront = (recovery?.verification ?? verification)?.storefront ?? null
  const pushed = report.changes.some(
    ({ kind, state }) => (kind === 'branch' || kind === 'pull-request-branch') && state === 'done'
  )
  return [
    ...(storefront === null ? [] : [{ text: 'Storefront', url: storefront.url }]),
    ...(pullRequest === null ? [] : [{ text: `Pull request #${pullRequest.number}`, url: pullRequest.url }]),
    ...(workflow === null || commit === null || !pushed
      ? []
      : [{ text: `Commit ${commit.slice(0, 7)}`, url: `${workflow.repository}/commit/${commit}` }]),
    ...(workflow?.run == null ? [] : [{ text: 'Log of the run', url: workflow.run }])
  ]
}
