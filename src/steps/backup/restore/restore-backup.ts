import { UpgradeError, type Problem } from '../../../errors.js'
import type { CheckedBackup } from '../manifest/check-backup.js'
import { keepWayBack } from './keep-way-back.js'
import { leaveNote, removeNote } from './leave-note.js'
import { prepareRestore } from './prepare-restore.js'
import { replaceDatabases } from './replace-databases.js'
import { findUnfinishedRestores, type UnfinishedRestore } from './restore-note.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { stillMarked, unmark } from './unmark.js'

export type { RestoreTarget, RestoreTools } from './restore-request.js'

/** Description of a restore for a person to confirm. */
export function describeRestore({ manifest, dumps }: CheckedBackup, environment: string): string {
  const lines = dumps.map(
    ({ relationship, path }) => `  ${relationship}: every table is replaced with the one in ${path}`
  )
  const left = manifest.dumps.filter(({ excluded }) => excluded.length > 0)
  return [
    `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
    `Into the environment ${environment}:`,
    ...lines,
    ...left.map(({ relationship, excluded }) => `  ${relationship}: not changed: ${excluded.join(', ')}`),
    'Everything that was written there since (orders, customers) is lost. Code and media are not changed.'
  ].join('\n')
}

type Place = Pick<RestoreTarget, 'project' | 'environment' | 'application'>

/**
 * Loads a verified backup into an environment. Everything that can fail is tried first, the present content is backed
 * up, and a note with the commands that finish or go back is left next to the backup until the end. Returns warnings.
 * Throws UpgradeError `bad-input` like {@link expectConfirmed}, `preflight-failed` before anything was dropped, and
 * after that `backup-failed`, `interrupted` or `terminated` with the content of the database.
 */
export async function restoreBackup(
  tools: RestoreTools,
  backup: CheckedBackup,
  target: RestoreTarget
): Promise<readonly Problem[]> {
  expectConfirmed(backup, target)
  const replacements = await prepareRestore(tools, backup, target)
  const parent = tools.files.join(backup.folder, '..')
  const earlier = (await findUnfinishedRestores(tools.files, parent)).filter(({ note }) => isSamePlace(note, target))
  if (isWayBackOfKilled(replacements, earlier, backup)) {
    tools.logger.info('The killed restore had not changed the database; nothing had to be loaded.')
    for (const { path } of earlier) await removeNote(tools, path)
    return []
  }
  const wayBack = await keepWayBack(tools, { parent, replacements, earlier, target })
  const unfinished = await leaveNote(tools, { backup, parent, wayBack, target })
  for (const { path } of earlier) await removeNote(tools, path)
  const warnings = await replaceDatabases(tools, { replacements, unfinished, target })
  return [...warnings, ...(await finish(tools, { replacements, unfinished, target }))]
}

/** Whether this would restore content that is still there, and newer: a restore was killed before the swap. */
function isWayBackOfKilled(
  replacements: readonly Replacement[],
  earlier: readonly UnfinishedRestore[],
  { folder }: CheckedBackup
): boolean {
  const ids = replacements.flatMap(({ looked }) => looked.interrupted ?? [])
  const [one] = earlier.filter(({ note }) => ids.includes(note.id))
  return one?.note.wayBack === folder.split('/').at(-1) && replacements.every(({ looked }) => looked.marker === null)
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.project === other.project && one.environment === other.environment && one.application === other.application
}

/** The end: no marker in any database, no note next to the backup. */
async function finish(
  tools: RestoreTools,
  {
    replacements,
    unfinished,
    target
  }: {
    readonly replacements: readonly Replacement[]
    readonly unfinished: UnfinishedRestore
    readonly target: RestoreTarget
  }
): Promise<readonly Problem[]> {
  const warnings: Problem[] = []
  await tools.again(async (ssh) => {
    for (const { dump } of replacements) {
      if (!(await unmark({ ssh }, target, dump.relationship))) warnings.push(stillMarked(dump.relationship))
    }
  })
  await removeNote(tools, unfinished.path)
  return warnings
}

/** Throws UpgradeError `bad-input` if the typed name is not the environment's, or a dump cannot be read. */
export function expectConfirmed(backup: CheckedBackup, target: Pick<RestoreTarget, 'environment' | 'confirm'>): void {
  if (target.environment === '' || target.confirm !== target.environment) throw unconfirmed(backup, target)
  const unreadable = backup.dumps.filter(({ depth }) => depth === 'file')
  if (unreadable.length > 0) throw locked(unreadable.map(({ path }) => path))
}

function unconfirmed(
  backup: CheckedBackup,
  { environment, confirm }: Pick<RestoreTarget, 'environment' | 'confirm'>
): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `Confirm the restore with the name of the environment${confirm === '' ? '' : `; ${confirm} is not its name`}.\n${describeRestore(backup, environment)}`,
    next: `If this is what you want, add --confirm ${environment}.`
  })
}

function locked(paths: readonly string[]): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `${paths.join(', ')} is encrypted.`,
    next: 'Add --identity with the file that contains the age identity (AGE-SECRET-KEY-1…).'
  })
}
