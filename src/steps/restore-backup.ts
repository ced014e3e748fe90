import { UpgradeError } from '../errors.js'
import type { ManifestDump } from '../project/backup-manifest.js'
import { parseRemoteAnswer } from '../project/remote-answer.js'
import type { DumpFiles } from '../tools/dump-file.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { restoreScript } from './backup/restore-script.js'
import type { CheckedBackup } from './backup/check-backup.js'

/** Where a backup is restored to. */
export interface RestoreTarget {
  readonly environment: string
  readonly host: SshHost
  /** The name of the environment, typed by the person who wants this. */
  readonly confirm: string
  /** Text of an age identity file, or null. */
  readonly identity: string | null
}

const timeoutSeconds = 6 * 3600

/** What a restore would do, for a person to read. */
export function describeRestore({ manifest, dumps }: CheckedBackup, environment: string): string {
  const lines = dumps.map(
    ({ relationship, path }) => `  ${relationship}: every table is dropped, then ${path} is loaded`
  )
  return [
    `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
    `Into the environment ${environment}:`,
    ...lines,
    'Everything that was written there since (orders, customers) is lost. Code and media stay as they are.'
  ].join('\n')
}

/**
 * Loads a backup that was checked into an environment. Throws UpgradeError `bad-input` like {@link expectConfirmed},
 * and `backup-failed` where the load went wrong.
 */
export async function restoreBackup(
  tools: { readonly ssh: Ssh; readonly dumpFiles: DumpFiles },
  backup: CheckedBackup,
  target: RestoreTarget
): Promise<void> {
  expectConfirmed(backup, target)
  for (const { relationship, path } of backup.dumps) {
    const dump = backup.manifest.dumps.find((candidate) => candidate.relationship === relationship)
    if (dump !== undefined) await load(tools, { dump, path, target })
  }
}

/** Throws UpgradeError `bad-input` where the typed name is not the environment's, or a dump cannot be read. */
export function expectConfirmed(backup: CheckedBackup, target: Pick<RestoreTarget, 'environment' | 'confirm'>): void {
  if (target.environment === '' || target.confirm !== target.environment) throw unconfirmed(backup, target)
  const unreadable = backup.dumps.filter(({ depth }) => depth === 'file')
  if (unreadable.length > 0) throw locked(unreadable.map(({ path }) => path))
}

async function load(
  { ssh, dumpFiles }: { readonly ssh: Ssh; readonly dumpFiles: DumpFiles },
  { dump, path, target }: { readonly dump: ManifestDump; readonly path: string; readonly target: RestoreTarget }
): Promise<void> {
  const source = dumpFiles.loadable(path, dump.encryption === 'age' ? target.identity : null)
  const result = await ssh.feed(target.host, restoreScript(dump.relationship), source, { timeoutSeconds })
  const answer = parseRemoteAnswer(result.stdout)
  const restored = new Set(answer.all('objects'))
  const missing = [...dump.tables, ...dump.views].filter((name) => !restored.has(name))
  const why =
    answer.one('failure') ?? (answer.one('done') === null ? (result.failure ?? 'the script ended early') : null)
  if (why === null && missing.length === 0) return
  throw new UpgradeError('backup-failed', {
    message: `The database of ${dump.relationship} in ${target.environment} was not restored: ${why ?? `it lacks ${missing.slice(0, 10).join(', ')}`}.`,
    unchanged: `The backup ${path} is as it was. The database may be restored by half.`,
    next: 'Mend what is named above and run the same command again; it starts afresh.'
  })
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
