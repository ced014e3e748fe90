import { UpgradeError } from '../../errors.js'
import type { Backup } from '../../report/report.js'
import type { Ledger } from '../../ledger.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import { dumpFailure } from './dump/list-objects.js'

/**
 * Runs `snapshot:create --live`: besides the dump, a copy of mounts and services that the platform keeps for seven
 * days. Its content cannot be proven from outside, and a live one may be inconsistent. Throws UpgradeError `bad-input`
 * for dedicated nodes (Pro staging and production), which have no snapshots, and `backup-failed` if the platform makes
 * none.
 */
export async function takeSnapshot({
  cloud,
  ledger
}: {
  readonly cloud: MagentoCloud
  readonly ledger: Ledger
}): Promise<Pick<Backup, 'extras' | 'problems'>> {
  if ((await cloud.environment()).dedicated) {
    throw new UpgradeError('bad-input', {
      message: 'backup-snapshot is set, but Pro staging and production have no snapshots on request.',
      next: 'Set backup-snapshot: false; the database is dumped in any case.'
    })
  }
  const made = ledger.intend('snapshot', 'a snapshot was made on the platform')
  const id = await cloud.createSnapshot()
  if (id === null) made.unknown()
  else made.done()
  if (id === null) throw dumpFailure('magento-cloud snapshot:create returned no snapshot; its activity log says why')
  return {
    extras: [{ kind: 'snapshot', location: id }],
    problems: [
      {
        id: 'snapshot-unproven',
        severity: 'warning',
        message: `The snapshot ${id} was made live: its content cannot be checked from outside and may be inconsistent.`,
        fix: 'Rely on the dump; the platform keeps the snapshot for seven days.'
      }
    ]
  }
}
