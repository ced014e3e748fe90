import { backUpEnvironment } from '../backup.js'
import type { CloudSession } from '../../run/cloud-session.js'
import type { ProjectSession } from '../../run/project-session.js'
import type { Backup, Update } from '../../report/report.js'
import { commitUpgrade } from '../../steps/commit/commit-upgrade.js'
import type { Planned } from '../../steps/plan/plan-upgrade.js'
import { updateDependencies } from '../../steps/update/update-dependencies.js'
import type { Run } from '../../run/run.js'
import { files } from '../../tools/files.js'

/** What a commit is made from. */
export interface CommitParts {
  readonly project: ProjectSession
  readonly platform: CloudSession | null
  readonly planned: Planned
}

/**
 * Backs up the environment and updates the scratch checkout at the same time, and commits only if both succeed. Returns
 * the commit, or null if nothing differs.
 */
export async function createCommit(thisRun: Run, parts: CommitParts): Promise<string | null> {
  const { stepTimer, facts } = thisRun
  const [backup, update] = await Promise.allSettled([
    backUpEnvironment(thisRun, parts.platform, parts.project.base),
    stepTimer.step('update', () => runUpdate(thisRun, parts), noteOf)
  ])
  if (backup.status === 'fulfilled') facts.backup = backup.value
  if (update.status === 'fulfilled') {
    facts.update = update.value
    facts.warnings = [...facts.warnings, ...update.value.problems]
  }
  if (backup.status === 'rejected') throw backup.reason
  if (update.status === 'rejected') throw update.reason
  return stepTimer.step(
    'commit',
    () => commit(thisRun, parts, backup.value, update.value),
    (sha) => sha?.slice(0, 12) ?? 'nothing changed'
  )
}

function runUpdate({ options, context, secrets }: Run, { project, planned }: CommitParts): Promise<Update> {
  return updateDependencies(
    { git: project.scratch, composer: project.composer, files, logger: context.logger },
    {
      install: options.install,
      keepChanges: options.keepChanges,
      holdsSecrets: secrets.length > 0,
      before: project.checkout,
      after: planned.files,
      toVersion: planned.plan.toVersion
    }
  )
}

function noteOf(update: Update): string {
  return `${update.mode}: ${update.writtenFiles.length} files written, ${update.removedFiles.length} removed`
}

function commit(
  thisRun: Run,
  { project, planned }: CommitParts,
  backup: Backup,
  update: Update
): Promise<string | null> {
  const { options, secrets, ledger } = thisRun
  const { fromVersion, toVersion } = planned.plan
  const message = options.commitMessage.replaceAll('{from}', fromVersion).replaceAll('{to}', toVersion)
  const proof = [backup.strategy, backup.state, backup.sha256 === null ? '' : `sha256:${backup.sha256}`]
    .filter((part) => part !== '' && part !== 'none')
    .join(' ')
  const trailers = [`Upgraded-From: ${fromVersion}`, `Upgraded-To: ${toVersion}`, `Database-Backup: ${proof}`]
  return commitUpgrade(
    { git: project.scratch, files, ledger },
    { update, message, author: options.commitAuthor, trailers, secrets }
  )
}
