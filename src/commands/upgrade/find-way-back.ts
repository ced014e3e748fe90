import type { WayBack } from '../../report/report.js'
import type { Run } from '../../run/run.js'
import { dataCommands } from '../../steps/recover/plan-recovery.js'

/**
 * The commands that bring the environment back to the version before, after a failure of the pushed `commit`, ready to
 * paste. Without a restore of data if none can have been touched, or if no backup outlives this run.
 */
export function findWayBack({ options, facts }: Run, commit: string): WayBack | null {
  const { plan, backup, deployment, findings, branch } = facts
  if (plan === null || branch === null || plan.fromVersion === plan.toVersion) return null
  const untouched =
    deployment?.verdict === 'never-started' || deployment?.verdict === 'staged' || findings[0]?.siteUnchanged === true
  const remotes = [options.remote, options.cloudRemote].filter((name) => name !== '')
  const pushes = remotes.map((remote) => `git push ${quoted(remote)} ${quoted(branch)}`)
  const from = `git checkout ${quoted(branch)} && git pull --ff-only ${quoted(options.remote)} ${quoted(branch)}`
  const environment = facts.environment ?? options.environment
  const place = { project: options.project, environment, trailer: '', backupDirectory: '', login: null }
  const lasting = (backup?.places ?? []).filter(({ until }) => until !== 'job' && until !== 'deployment')
  const kept =
    backup === null || lasting.length === 0
      ? null
      : onlyAt(
          backup,
          lasting.map(({ where }) => where)
        )
  return {
    version: plan.fromVersion,
    code: [[from, `git revert --no-edit ${commit}`, ...pushes].join(' && ')],
    data: untouched || kept === null ? [] : [...dataCommands({ ...place, backup: kept })],
    untouched,
    from: untouched || kept === null ? null : kept.finishedAt
  }
}

function onlyAt(backup: NonNullable<Run['facts']['backup']>, where: readonly string[]): typeof backup {
  return where.includes('machine') ? backup : { ...backup, downloadedTo: null, manifest: null }
}

/** A word that needs no quotes in a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
