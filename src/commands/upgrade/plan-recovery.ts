import { isFailure, type Problem } from '../../errors.js'
import type { CloudSession } from '../../run/cloud-session.js'
import { dataCommands, databaseAhead } from '../../steps/recover/plan-recovery.js'
import type { UpgradeTrailers } from '../../steps/commit/trailers.js'
import type { Recovery } from '../../report/report.js'
import type { Run } from '../../run/run.js'

/**
 * What is known before an upgrade is reverted. Warns first if the database will be ahead of the code, with the commands
 * that restore the data.
 */
export async function planRecovery(
  { options, context, facts }: Run,
  platform: CloudSession,
  commit: string,
  { from, backup }: UpgradeTrailers
): Promise<Recovery> {
  const { deployment } = facts
  const deployed = deployment?.verdict !== 'failed'
  const id = deployment?.activityId ?? null
  const log = id === null ? null : await orNull(platform.cloud.activityLog(id))
  const ahead = databaseAhead(deployed, log)
  const login = (await orNull(platform.hosts()))?.[0] ?? null
  const commands = dataCommands({
    project: options.project,
    environment: platform.environment,
    backup: facts.backup,
    trailer: backup,
    backupDirectory: options.backupDirectory,
    login
  })
  if (ahead !== 'no') {
    const warning = aheadWarning(ahead, from, commands)
    context.logger.warn(warning.message)
    for (const command of commands) context.logger.warn(`  ${command}`)
    facts.warnings = [...facts.warnings, warning]
  }
  return {
    outcome: 'failed',
    reason: '',
    revertedCommit: commit,
    commit: null,
    version: from,
    databaseAhead: ahead,
    dataCommands: [...commands],
    deployment: null,
    verification: null
  }
}

function aheadWarning(ahead: 'maybe' | 'yes', version: string, commands: readonly string[]): Problem {
  const sure = ahead === 'yes'
  return {
    id: 'database-ahead',
    severity: 'warning',
    message: `The database ${sure ? 'is' : 'may be'} newer than the code: setup:upgrade ${sure ? 'has' : 'may have'} changed it, and the revert restores only the code of ${version}.`,
    fix: `To restore the data from before the upgrade as well (anything written since is lost): ${commands.join(' ; ')}`
  }
}

// A failure here only makes a warning less exact; it must not prevent the recovery.
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isFailure(error)) return null
    throw error
  })
}
