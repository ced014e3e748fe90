import type { UpgradeReport } from './report.js'

/** Whether the run changed anything, or may have; reverted effects and caches do not count. */
export function isTouched({ changes }: Pick<UpgradeReport, 'changes'>): boolean {
  return changes.some(({ kind, state }) => state !== 'undone' && kind !== 'cache')
}
