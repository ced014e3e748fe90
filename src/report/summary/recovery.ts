import { describeRecovery } from '../describe-recovery.js'
import { prose, shellBlock } from '../markdown.js'
import type { UpgradeReport } from '../report.js'

/** What was done to revert the upgrade, and how to restore the previous data too. */
export function recovery({ recovery: made }: UpgradeReport): readonly string[] {
  if (!made) return []
  const data =
    made.databaseAhead === 'no' || made.dataCommands.length === 0
      ? []
      : ['', 'To put the data back as well (what was written since is lost):', '', ...shellBlock(made.dataCommands)]
  return ['', prose(describeRecovery(made)), ...data]
}
