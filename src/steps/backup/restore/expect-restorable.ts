import { UpgradeError, type Problem } from '../../../errors.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { CheckedDump } from '../manifest/check-backup.js'
import type { LookedDatabase } from './look-at-database.js'
import type { DumpToLoad } from './try-on-server.js'
import { areDifferent } from '../reuse/is-reusable.js'

/** Reasons in a database's state against loading a dump into it. */
export function problemsOfLook(
  { dump }: Pick<DumpToLoad, 'dump'>,
  longest: CheckedDump['longest'],
  looked: LookedDatabase
): readonly Problem[] {
  return [
    ...(looked.busy ? [isBusy(dump.relationship)] : []),
    ...(dump.tables.includes(markerTable) ? [isHalf(dump.relationship)] : []),
    ...packetProblems(dump, longest, looked),
    ...diskProblems(dump, looked)
  ]
}

function packetProblems(
  { relationship, longestStatement = 0 }: DumpToLoad['dump'],
  longest: CheckedDump['longest'],
  { maxPacket }: LookedDatabase
): readonly Problem[] {
  const bytes = Math.max(longestStatement, longest?.bytes ?? 0)
  if (maxPacket === null || bytes < maxPacket) return []
  const table = longest?.table ?? null
  return [
    {
      id: 'restore-packet',
      severity: 'error',
      message: `The dump of ${relationship} has a statement of ${bytes} bytes${table === null ? '' : `, rows of ${table}`}, but the server accepts at most ${maxPacket} (max_allowed_packet).`,
      fix: 'Raise max_allowed_packet of the server: in .magento/services.yaml (configuration.properties.max_allowed_packet, in MB), or through support on dedicated nodes.'
    }
  ]
}

// SQL text is longer than most rows on disk, but keys are added: less than half its size is never enough.
const leastOfText = 0.5

function diskProblems(
  { relationship, sqlBytes }: DumpToLoad['dump'],
  { freeBytes, heldBytes }: LookedDatabase
): readonly Problem[] {
  const needed = sqlBytes * leastOfText - (heldBytes ?? 0)
  if (freeBytes === null || freeBytes >= needed) return []
  const said = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MB`
  return [
    {
      id: 'restore-disk',
      severity: 'error',
      message: `The disk of the database has ${said(freeBytes)} free, but the tables of ${relationship} need at least ${said(needed)} more than the present ones.`,
      fix: 'Enlarge the disk of the database service, then run the same command again.'
    }
  ]
}

function isBusy(relationship: string): Problem {
  return {
    id: 'restore-busy',
    severity: 'error',
    message: `Another restore is replacing the database of ${relationship} right now.`,
    fix: 'Wait until it has ended, then run the same command again.'
  }
}

function isHalf(relationship: string): Problem {
  return {
    id: 'restore-half',
    severity: 'error',
    message: `The dump of ${relationship} was made during a restore, so it is incomplete.`,
    fix: 'Restore another backup; magento-cloud-upgrade backup list shows them.'
  }
}

/** Throws UpgradeError `preflight-failed` with all problems at once, if there are any. */
export function expectNoProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new UpgradeError('preflight-failed', {
    message: problems
      .map(({ message }) => message)
      .slice(0, 20)
      .join(' '),
    next: [...new Set(problems.map(({ fix }) => fix))].join(' '),
    problems
  })
}

/** Throws UpgradeError `bad-input` if a backup of one application would be loaded into the database of another. */
export function expectSameApplication(backedUp: string | null, target: string | null): void {
  if (!areDifferent(backedUp, target)) return
  throw new UpgradeError('bad-input', {
    message: `The backup is of the application ${backedUp ?? ''}, but would be loaded into ${target ?? ''}.`,
    next: `To restore ${backedUp ?? ''}, set app: ${backedUp ?? ''}. If it is the same application under another name, leave app empty and run this in a folder without .magento.app.yaml.`
  })
}
