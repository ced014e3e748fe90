import type { UpgradeReport } from './report.js'

/** Whether the run changed anything, or may have: what was taken back and caches do not count. */
export function isTouched({ changes }: Pick<UpgradeReport, 'changes'>): boolean {
  return changes.some(({ kind, state }) => state !== 'undone' && kind !== 'cache')
}
