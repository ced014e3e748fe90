import { noBackup, noBackupYet } from '../backup.js'
import type { Problem } from '../../errors.js'
import { upgradeTrailers } from './pending-commit.js'
import type { ProjectSession } from '../../run/project-session.js'
import { compareSizes, earlierBackups } from '../../steps/backup/reuse/find-local.js'
import { databaseProblems } from '../../steps/backup/manifest/database-problems.js'
import type { Run } from '../../run/run.js'
import { files } from '../../tools/files.js'

/**
 * Warnings about the backup that an earlier run made for a commit, as far as the commit and the backups on this machine
 * show them.
 */
export async function earlierBackupWarnings(
  { options }: Run,
  { git, environment }: ProjectSession,
  commit: string,
  application: string | null
): Promise<readonly Problem[]> {
  const [strategy = '', state = '', sum = ''] = ((await upgradeTrailers(git, commit))?.backup ?? '').split(' ')
  if (strategy === '' || strategy === 'off') return (options.pullRequest ? noBackupYet : noBackup).problems
  if (state === 'failed') return [failedThen]
  const place = { project: options.project, environment, application }
  const earlier = await earlierBackups(files, options.backupDirectory, place)
  const at = earlier.findIndex(({ manifest }) => `sha256:${manifest.dumps[0]?.sha256 ?? ''}` === sum)
  const made = earlier[at]?.manifest
  if (made === undefined) return []
  const { dumps, strategy: way } = made
  return [...dumps.flatMap((dump) => databaseProblems(dump, way)), ...compareSizes(dumps, earlier.slice(at + 1))]
}

const failedThen: Problem = {
  id: 'backup-failed',
  severity: 'warning',
  message:
    'There is no backup: the earlier run that made this commit failed to make one, and continued as backup-proof: off allows.',
  fix: 'Make one before the environment is deployed: magento-cloud-upgrade backup.'
}
