import type { Problem } from '../../../errors.js'
import type { CheckedBackup } from '../manifest/check-backup.js'
import { expectNoProblems, problemsOfLook } from './expect-restorable.js'
import { lookAtDatabase } from './look-at-database.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { tryOnServer } from './try-on-server.js'

/**
 * Looks at every database and tries what a load will do there. Throws UpgradeError `preflight-failed` with all problems
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
    const looked = await lookAtDatabase({ ...tools, host }, relationship, lockSeconds)
    const against = problemsOfLook(given, longest, looked)
    problems.push(...against, ...(looked.busy ? [] : await tryOnServer({ ...tools, host }, given, looked)))
    replacements.push({ ...given, looked })
  }
  expectNoProblems(problems)
  return replacements
}
