import type { Problem } from '../../../errors.js'
import type { ManifestDump } from '../manifest/manifest.js'
import type { LookedDatabase } from './look-at-database.js'

/** Differences between a database and the dump after a restore. */
export function warningsOfRestore(dump: ManifestDump, now: LookedDatabase): readonly Problem[] {
  const { relationship, excluded, programs, missingPrograms } = dump
  const there = new Set(now.names)
  const kept = excluded.filter((name) => there.has(name))
  const lacking = excluded.filter((name) => !there.has(name))
  const inDump = new Set(programs.map(lower))
  const others = now.programs.filter((name) => !inDump.has(lower(name)))
  const lost = programs.filter((name) => !now.programs.map(lower).includes(lower(name)))
  const warn = (id: Problem['id'], message: string, fix: string): Problem => ({ id, severity: 'warning', message, fix })
  return [
    kept.length > 0 &&
      warn(
        'restore-kept',
        `${some(kept)} in ${relationship}: not changed, because the backup was made without them.`,
        'Check whether they fit the restored data.'
      ),
    lacking.length > 0 &&
      warn(
        'restore-incomplete',
        `${some(lacking)} in ${relationship}: neither in the backup, which was made without them, nor in the database.`,
        'Create them, or restore a backup that has them.'
      ),
    others.length > 0 &&
      warn(
        'restore-programs-kept',
        `${some(others)} in ${relationship}: not in the backup, but still there${missingPrograms.length > 0 ? ', because magento-cloud db:dump leaves out routines and events' : ''}.`,
        'Drop those that do not belong to the restored data.'
      ),
    lost.length > 0 &&
      warn(
        'restore-programs-lost',
        `${some(lost)} in ${relationship}: in the backup, but not restored.`,
        'Create them by hand.'
      )
  ].filter((problem) => problem !== false)
}

function lower(name: string): string {
  return name.toLowerCase()
}

function some(names: readonly string[]): string {
  return names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '')
}
