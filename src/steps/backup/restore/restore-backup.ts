import { UpgradeError, type Problem } from '../../../errors.js'
import type { CheckedBackup } from '../manifest/check-backup.js'
import { keepWayBack } from './keep-way-back.js'
import { leaveNote } from './leave-note.js'
import { loadChoice, loadDump } from './load-dump.js'
import { lookAtDatabase, type LookedDatabase } from './look-at-database.js'
import { prepareRestore } from './prepare-restore.js'
import { restoreEnded } from './restore-ended.js'
import { findUnfinishedRestores, type UnfinishedRestore } from './restore-notes.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { stillMarked, unmark } from './unmark.js'
import { warningsOfRestore } from './warnings-of-restore.js'

export type { RestoreTarget, RestoreTools } from './restore-request.js'

/** What a restore would do, for a person to read. */
export function describeRestore({ manifest, dumps }: CheckedBackup, environment: string): string {
  const lines = dumps.map(
    ({ relationship, path }) => `  ${relationship}: every table is dropped, then ${path} is loaded`
  )
  const left = manifest.dumps.filter(({ excluded }) => excluded.length > 0)
  return [
    `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
    `Into the environment ${environment}:`,
    ...lines,
    ...left.map(({ relationship, excluded }) => `  ${relationship}: left as they are: ${excluded.join(', ')}`),
    'Everything that was written there since (orders, customers) is lost. Code and media stay as they are.'
  ].join('\n')
}

type Place = Pick<RestoreTarget, 'project' | 'environment' | 'application'>

/**
 * Loads a backup that was checked into an environment. Everything that can fail is tried first, what is there is backed
 * up, and a note with the commands that finish or go back is left beside the backup until the end. Returns warnings.
 * Throws UpgradeError `bad-input` like {@link expectConfirmed}, `preflight-failed` before anything was dropped, and
 * after that `backup-failed`, `interrupted` or `terminated` with what the database holds.
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
  const wayBack = await keepWayBack(tools, { parent, replacements, earlier, target })
  const unfinished = await leaveNote(tools, { backup, parent, wayBack, target })
  for (const { path } of earlier) await tools.files.remove(path)
  const warnings: Problem[] = []
  for (const [index, replacement] of replacements.entries()) {
    const now = await replace(tools, { replacement, untouched: replacements.slice(index + 1), unfinished, target })
    warnings.push(...warningsOfRestore(replacement.dump, now))
  }
  return [...warnings, ...(await finish(tools, { replacements, unfinished, target }))]
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.project === other.project && one.environment === other.environment && one.application === other.application
}

/** Replaces one database and returns what it holds then; says exactly what where that did not reach its end. */
async function replace(
  tools: RestoreTools,
  input: {
    readonly replacement: Replacement
    readonly untouched: readonly Replacement[]
    readonly unfinished: UnfinishedRestore
    readonly target: RestoreTarget
  }
): Promise<LookedDatabase> {
  const { replacement, untouched, unfinished, target } = input
  const { looked, dump } = replacement
  const choice = loadChoice(replacement, looked, unfinished.note.id)
  const why = await loadDump({ ...tools, host: target.host }, replacement, choice)
  const now = await tools
    .again((ssh) => lookAtDatabase({ ssh, host: target.host }, dump.relationship, target.lockSeconds))
    .catch(() => null)
  const missing = [...dump.tables, ...dump.views].filter((name) => !(now?.names ?? []).includes(name))
  if (now?.marker?.state === 'finished' && now.marker.id === unfinished.note.id && missing.length === 0) return now
  const reason = why ?? (missing.length > 0 ? `it lacks ${missing.slice(0, 10).join(', ')}` : 'its end is not known')
  throw restoreEnded({ signal: tools.signal, reason, replacement, untouched, now, unfinished })
}

/** The end: no marker in any database, no note beside the backup. */
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
  await tools.files.remove(unfinished.path)
  return warnings
}

/** Throws UpgradeError `bad-input` where the typed name is not the environment's, or a dump cannot be read. */
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
    message: `A restore has to be confirmed with the name of the environment${confirm === '' ? '' : `; ${confirm} is not it`}.\n${describeRestore(backup, environment)}`,
    unchanged: 'Nothing was changed.',
    next: `If this is what you want, add --confirm ${environment}.`
  })
}

function locked(paths: readonly string[]): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `${paths.join(', ')} is encrypted.`,
    unchanged: 'Nothing was changed.',
    next: 'Add --identity with the file that holds the age identity (AGE-SECRET-KEY-1…).'
  })
}
