import { isProven, type BackupManifest } from './manifest.js'

/** How many backups are kept, and for how long; a backup stays that either rule keeps. */
export interface Retention {
  /** The newest so many of each environment and application; null for no such rule. */
  readonly keep: number | null
  /** Those of the last so many days; null for no such rule. */
  readonly days: number | null
}

/** The backups that stay. */
interface RetentionPlan {
  readonly kept: ReadonlySet<BackupManifest>
  /** The newest proven one of each environment that loses a backup: what must be whole before that goes. */
  readonly proven: ReadonlySet<BackupManifest>
}

/**
 * Which backups stay. Rules count for each environment on its own, and the newest proven backup of an environment
 * always stays, as does everything where there is no rule.
 */
export function planRetention(backups: readonly BackupManifest[], { keep, days }: Retention, now: Date): RetentionPlan {
  if (keep === null && days === null) return { kept: new Set(backups), proven: new Set() }
  const oldest = days === null ? null : new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString()
  const [kept, guards] = [new Set<BackupManifest>(), new Set<BackupManifest>()]
  const environments = new Set(backups.map(environmentOf))
  for (const environment of environments) {
    const group = backups.filter((backup) => environmentOf(backup) === environment)
    const newest = group.toSorted((a, b) => b.finishedAt.localeCompare(a.finishedAt))
    const proven = newest.find(({ state }) => isProven(state))
    newest.forEach((backup, index) => {
      const young = oldest !== null && backup.finishedAt >= oldest
      if (index < (keep ?? 0) || young || backup === proven) kept.add(backup)
    })
    if (proven !== undefined && newest.some((backup) => !kept.has(backup))) guards.add(proven)
  }
  return { kept, proven: guards }
}

function environmentOf({ project, environment, application }: BackupManifest): string {
  return JSON.stringify([project, environment, application])
}
