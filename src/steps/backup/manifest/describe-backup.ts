import type { Problem } from '../../../errors.js'
import type { BackupManifest } from './manifest.js'
import type { Backup } from '../../../report/report.js'
import type { Files } from '../../../tools/files.js'
import { databaseProblems } from './database-problems.js'

/** A backup as shown in the report, from its manifest, the manifest's path, and its folder on this machine or null. */
export function describeBackup(
  files: Files,
  manifest: BackupManifest,
  { path, folder, reused }: { readonly path: string; readonly folder: string | null; readonly reused: boolean }
): Backup {
  const { state, dumps, strategy, media } = manifest
  const local = (file: string | null): string | null =>
    folder === null || file === null ? null : files.join(folder, file)
  const [main] = dumps
  const downloadedTo = local(main?.file ?? null)
  return {
    strategy,
    state,
    finishedAt: manifest.finishedAt,
    reused,
    manifest: path,
    location: main?.serverFile ?? downloadedTo,
    downloadedTo,
    bytes: main?.bytes ?? null,
    sha256: main?.sha256 ?? null,
    tables: main === undefined ? null : main.tables.length + main.views.length,
    dumps: dumps.map(({ relationship, file, serverFile, bytes, sha256 }) => ({
      relationship,
      location: serverFile ?? local(file) ?? '',
      bytes,
      sha256
    })),
    proofs: dumps.flatMap(({ proofs, rehearsal }) => [
      ...proofs,
      ...(rehearsal ? [{ id: 'rehearsal', passed: rehearsal.passed, detail: rehearsal.detail }] : [])
    ]),
    extras: folder === null || media === null ? [] : [{ kind: 'media', location: files.join(folder, media.folder) }],
    problems: [
      ...dumps.flatMap((dump) => databaseProblems(dump, strategy)),
      ...(strategy === 'ece-dump' ? [downtime()] : []),
      ...(strategy === 'cloud-dump' ? [passwordShown()] : [])
    ]
  }
}

function passwordShown(): Problem {
  return {
    id: 'backup-password-shown',
    severity: 'warning',
    message:
      'The database password was on command lines of this machine and of the server while magento-cloud db:dump ran.',
    fix: 'Leave backup at auto: our own dump over SSH keeps the password on the server.'
  }
}

function downtime(): Problem {
  return {
    id: 'backup-maintenance',
    severity: 'warning',
    message: 'ece-tools db-dump put the site in maintenance mode while it ran.',
    fix: 'Set backup: ssh-dump to dump without downtime.'
  }
}
