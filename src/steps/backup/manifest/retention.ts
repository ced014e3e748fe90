import { isProven, type BackupManifest } from './manifest.js'

/** How many backups are kept, and for how long. A backup that either rule keeps stays. */
export interface Retention {
  /** The newest so many of each environment and application; null to disable the rule. */
  readonly keep: number | null
  /** Those of the last so many days; null to disable the rule. */
  readonly days: number | null
}

/** The backups to keep. */
interface RetentionPlan {
  readonly kept: ReadonlySet<BackupManifest>
  /** The newest proven one of each environment that loses a backup; it must be intact before another is removed. */
  readonly proven: ReadonlySet<BackupManifest>
}

/**
 * Decides which backups to keep. Rules apply to each environment separately. The newest proven backup of an environment
 * is always kept, and without a rule everything is.
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
