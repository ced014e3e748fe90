import type { Backup, BackupPlace, Workflow } from '../report/report.js'

/** The facts that decide how long a backup lasts. */
export interface PlacesInput {
  readonly workflow: Workflow | null
  /** The option backup-directory; empty for the temporary folder. */
  readonly directory: string
  /** Whether the environment has nodes of its own (Pro staging and production), whose /tmp outlives a deployment. */
  readonly dedicated: boolean
}

/**
 * Where a backup is stored, and until when. A deployment of a container environment starts new containers, and /tmp is
 * not a mount (experienceleague.adobe.com, deployment process and project structure, 2026-11).
 */
export function backupPlaces(backup: Backup, { workflow, directory, dedicated }: PlacesInput): BackupPlace[] {
  const { location, downloadedTo } = backup
  const server = location === null || location === downloadedTo ? [] : [location]
  return [
    ...server.map((path): BackupPlace => ({ where: 'server', path, until: dedicated ? 'node' : 'deployment' })),
    ...(downloadedTo === null
      ? []
      : [{ where: 'machine' as const, path: downloadedTo, until: untilOf(workflow, directory) }])
  ]
}

function untilOf(workflow: Workflow | null, directory: string): BackupPlace['until'] {
  if (workflow?.hosted === true) return 'job'
  return directory === '' ? 'cleaned' : 'removed'
}
