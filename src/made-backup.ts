import { z } from 'zod'
import { UpgradeError } from './errors.js'
import type { UpgradeOptions } from './normalize-options.js'
import type { OpenProject } from './open-project.js'
import { isBackedUp } from './project/upgrade-trailers.js'
import { backup as backupShape } from './report-schema.js'
import type { Backup } from './report.js'
import type { Planned } from './steps/plan-upgrade.js'
import type { Telling } from './tell-story.js'
import { verifyBackup } from './verify-backup.js'

// The data of a shop goes on changing: an older backup is made anew.
const backupHours = 24
const shape = z.object({ of: z.string(), at: z.string(), backup: backupShape })

/** Keeps by name what was backed up, so that a run which is stopped before the commit need not dump again. */
export async function keepBackup(
  telling: Telling,
  project: OpenProject,
  planned: Planned,
  made: Backup
): Promise<void> {
  if (made.strategy === 'off') return
  const note = { of: upgradeOf(telling, project, planned), at: new Date().toISOString(), backup: made }
  const blob = (await project.git.feed(JSON.stringify(note), 'hash-object', '-w', '--stdin')).trim()
  await project.git.finish('update-ref', refOf(telling), blob)
}

/** Forgets it, once a commit names the backup. */
export async function forgetBackup(telling: Telling, { git }: OpenProject): Promise<void> {
  await git.finish('update-ref', '-d', refOf(telling))
}

/**
 * The backup that an earlier run made for this very upgrade with the same options, read again as a whole; null where
 * there is none, it is no longer whole, too old, or does not lie on this machine.
 */
export async function findBackup(telling: Telling, project: OpenProject, planned: Planned): Promise<Backup | null> {
  const { exitCode, stdout } = await project.git.run('cat-file', 'blob', refOf(telling))
  const note = exitCode === 0 ? parseNote(stdout) : null
  if (note?.of !== upgradeOf(telling, project, planned)) return null
  const { strategy, state, manifest } = note.backup
  const { fromVersion: from, toVersion: to } = planned.plan
  const isGood = isBackedUp({ from, to, backup: `${strategy} ${state}` }, telling.options)
  const isYoung = Date.now() - Date.parse(note.at) < backupHours * 3_600_000
  return isYoung && isGood && manifest !== null && (await isWhole(manifest)) ? note.backup : null
}

async function isWhole(manifest: string): Promise<boolean> {
  try {
    await verifyBackup({ path: manifest })
    return true
  } catch (error) {
    if (error instanceof UpgradeError && error.code !== 'interrupted') return false
    throw error
  }
}

function parseNote(text: string): z.infer<typeof shape> | null {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const askedFor = (options: UpgradeOptions): readonly unknown[] => [
  ...[options.project, options.backup, options.backupTo, options.backupDirectory, options.backupEncryptTo],
  ...[options.backupCode, options.backupMedia, options.backupSnapshot, options.rehearsal]
]

// What else the backup would be of: another base, another target, or other wishes.
function upgradeOf({ options }: Telling, { base }: OpenProject, { plan }: Planned): string {
  return JSON.stringify([base, plan.fromVersion, plan.toVersion, ...askedFor(options)])
}

function refOf({ facts }: Telling): string {
  return `refs/magento-cloud-upgrade/backup/${encodeURIComponent(facts.environment ?? '')}`
}
