import { UpgradeError, type Problem } from '../../../errors.js'
import type { CheckedBackup } from '../manifest/check-backup.js'
import { expectNoProblems, problemsOfLook } from './expect-restorable.js'
import { lookAtDatabase, type LookedDatabase } from './look-at-database.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { tryOnServer, type Tried } from './try-on-server.js'
import { removeLeftovers } from './unmark.js'

/**
 * Inspects every database and tries what a load will do there. Throws UpgradeError `preflight-failed` with all problems
 * at once.
 */
export async function prepareRestore(
  tools: RestoreTools,
  backup: CheckedBackup,
  { host, identity, lockSeconds }: RestoreTarget
): Promise<readonly Replacement[]> {
  const problems: Problem[] = []
  const replacements: Replacement[] = []
  for (const { relationship, path, longest } of backup.dumps) {
    const dump = backup.manifest.dumps.find((candidate) => candidate.relationship === relationship)
    if (dump === undefined) continue
    const given = { dump, path, identity: dump.encryption === 'age' ? identity : null }
    const looked = await lookAfterCleaning(tools, { host, lockSeconds }, relationship)
    const tried = looked.busy ? untouched : await tryOnServer({ ...tools, host }, given, looked)
    problems.push(...problemsOfLook(given, longest, looked), ...tried.problems)
    replacements.push({ ...given, looked, movable: tried.movable })
  }
  expectNoProblems(problems)
  return replacements
}

const untouched: Tried = { problems: [], movable: new Set() }

/** State of a database after the tables that a killed restore had loaded were removed, because they fill the disk. */
async function lookAfterCleaning(
  tools: RestoreTools,
  { host, lockSeconds }: Pick<RestoreTarget, 'host' | 'lockSeconds'>,
  relationship: string
): Promise<LookedDatabase> {
  const looked = await lookAtDatabase({ ...tools, host }, relationship, lockSeconds)
  const isWhole = looked.marker === null || ['beside', 'finished'].includes(looked.marker.state)
  if (looked.busy || !isWhole || (!looked.leftovers && looked.marker?.state !== 'beside')) return looked
  if (!(await removeLeftovers(tools, { host }, relationship))) throw unremoved(relationship)
  tools.logger.info(`Tables that a killed restore had loaded into the database of ${relationship} were removed.`)
  return {
    ...(await lookAtDatabase({ ...tools, host }, relationship, lockSeconds)),
    interrupted: looked.marker?.id ?? null
  }
}

function unremoved(relationship: string): UpgradeError {
  return new UpgradeError('preflight-failed', {
    message: `A killed restore has left tables in the database of ${relationship} (magento_cloud_upgrade_…), and they could not be removed.`,
    next: 'Run the same command again, or drop these tables by hand.'
  })
}
