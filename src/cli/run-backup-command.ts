import { createInterface } from 'node:readline/promises'
import type { PruneOptions } from '../commands/backups.js'
import { UpgradeError } from '../errors.js'
import type { UpgradeReport } from '../report/report.js'
import { shellWord } from '../shell-quote.js'
import { backupTable } from './backup-table.js'
import { printReport } from './print-report.js'
import { createProgress } from './progress.js'
import { secretsOf } from './run-command.js'
import { redactSecrets } from './secret-values.js'
import { visibleText } from '../visible-text.js'
import { stopOnSignals } from '../run/stop-on-signals.js'

type Backups = typeof import(/* webpackChunkName: "library" */ '../commands/backups.js')

/** `backup verify`: what was read, and how deep. */
export async function verifyFiles(path: string, { identity }: { readonly identity: string }): Promise<void> {
  const { verifyBackup } = await backupsLibrary()
  const { manifest, dumps } = await verifyBackup({ path, identityFile: identity })
  for (const { path: file, depth } of dumps)
    print(
      `${file}: ${depth === 'whole' ? 'whole, as the manifest says' : 'the encrypted file is as the manifest says; --identity would let its contents be read'}`
    )
  print(`The backup of ${manifest.environment} of ${manifest.finishedAt} is ${manifest.state}.`)
}

/** `backup list`. */
export async function printBackups(directory: string): Promise<void> {
  const { listBackups } = await backupsLibrary()
  const { backups, unreadable, unfinishedRestores } = await listBackups({ directory })
  printUnreadable(unreadable)
  for (const line of backupTable(backups, new Date())) print(line)
  if (backups.length === 0) print('There are no backups.')
  for (const { note, finish, goBack } of unfinishedRestores) {
    print(`A restore into ${note.environment} of ${note.startedAt} has not ended. To finish: ${finish}`)
    print(`  To go back: ${goBack ?? 'no command, since what was there was not backed up'}`)
  }
}

/** `backup prune`. */
export async function prune(options: PruneOptions): Promise<void> {
  if ((options.keep ?? null) === null && (options.days ?? null) === null) throw noRule(options.directory)
  const { pruneBackups } = await backupsLibrary()
  const { kept, removed, damaged, unreadable } = await pruneBackups(options)
  for (const { folder: path, manifest } of removed)
    print(`${options.dryRun ? 'would remove' : 'removed'}  ${manifest.finishedAt}  ${manifest.environment}  ${path}`)
  for (const { folder: path, damage } of damaged) print(`left as it is, counts for nothing: ${path}: ${damage ?? ''}`)
  printUnreadable(unreadable)
  print(`${removed.length} ${options.dryRun ? 'to remove' : 'removed'}, ${kept.length} kept.`)
}

/** `backup restore`: asks for the environment's name on a terminal where it was not given. */
export async function restore(
  path: string,
  {
    confirm,
    identity,
    wayBack,
    ...given
  }: {
    readonly confirm: string
    readonly identity: string
    readonly wayBack: boolean
    readonly environment?: string
  }
): Promise<void> {
  const { restore: restoreBackup } = await import(/* webpackChunkName: "library" */ '../commands/restore.js')
  const progress = createProgress({ verbose: false })
  const run = (name: string): Promise<UpgradeReport> =>
    restoreBackup(
      { ...given, ...secretsOf('restore'), path, confirm: name, identityFile: identity, wayBack },
      {
        logger: progress.logger,
        onStep: progress.onStep,
        environment: process.env,
        signal: stopOnSignals(redactSecrets())
      }
    )
  let report = await run(confirm)
  if (confirm === '' && report.error?.code === 'bad-input' && process.stdin.isTTY && process.stdout.isTTY) {
    for (const line of report.error.message.split('\n')) print(line)
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const typed = await terminal.question('Type the name of the environment to go on, or nothing to leave: ')
    terminal.close()
    if (typed !== '') report = await run(typed)
  }
  progress.end()
  printReport(report)
  process.exitCode = report.error?.exitCode ?? 0
}

function backupsLibrary(): Promise<Backups> {
  return import(/* webpackChunkName: "library" */ '../commands/backups.js')
}

function noRule(directory: string): UpgradeError {
  return new UpgradeError('bad-input', {
    message: 'No rule says which backups to keep.',
    next: `Type a rule, or both: magento-cloud-upgrade backup prune ${shellWord(directory)} --keep 5 --keep-days 30 --dry-run (--dry-run only says what would be removed).`
  })
}

function printUnreadable(reasons: readonly string[]): void {
  for (const reason of reasons) print(`not readable, counts for nothing: ${reason}`)
}

// Names of files and manifests come from whoever can write to the folder.
function print(line: string): void {
  process.stdout.write(`${visibleText(line).replaceAll('\n', ' ')}\n`)
}
