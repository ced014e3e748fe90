import { createInterface } from 'node:readline/promises'
import type { Retention } from '../index.js'
import { inCommandLineWords } from './command-line-words.js'
import { createProgress } from './progress.js'
import { secretsOf } from './run-command.js'
import { redactSecrets } from './secret-values.js'
import { visibleText } from '../visible-text.js'
import { stopOnSignals } from '../run/stop-on-signals.js'

type Library = typeof import(/* webpackChunkName: "library" */ '../index.js')

/** `backup verify`: what was read, and how deep. */
export function verifyFiles(path: string, { identity }: { readonly identity: string }): Promise<void> {
  return withLibrary(async (library) => {
    const { manifest, dumps } = await library.verifyBackup({ path, identityFile: identity })
    for (const { path: file, depth } of dumps)
      print(
        `${file}: ${depth === 'whole' ? 'whole, as the manifest says' : 'the encrypted file is as the manifest says; --identity would let its contents be read'}`
      )
    print(`The backup of ${manifest.environment} of ${manifest.finishedAt} is ${manifest.state}.`)
  })
}

/** `backup list`, and `backup prune` where there is a retention. */
export function listOrPrune(
  folder: string,
  retention: (Retention & { readonly dryRun: boolean }) | null
): Promise<void> {
  return withLibrary(async (library) => {
    if (retention === null) {
      const backups = await library.listBackups(folder, printUnreadable)
      for (const { folder: path, manifest, damage } of backups)
        print(
          `${manifest.finishedAt}  ${manifest.environment}  ${damage === null ? manifest.state : `damaged (${damage})`}  ${path}`
        )
      if (backups.length === 0) print('There are no backups.')
      for (const { note, finish, goBack } of await library.listUnfinishedRestores(folder)) {
        print(`A restore into ${note.environment} of ${note.startedAt} has not ended. To finish: ${finish}`)
        print(`  To go back: ${goBack ?? 'no command, since what was there was not backed up'}`)
      }
      return
    }
    const { kept, removed, damaged, unreadable } = await library.pruneBackups(folder, retention)
    for (const { folder: path, manifest } of removed)
      print(
        `${retention.dryRun ? 'would remove' : 'removed'}  ${manifest.finishedAt}  ${manifest.environment}  ${path}`
      )
    for (const { folder: path, damage } of damaged) print(`left as it is, counts for nothing: ${path}: ${damage ?? ''}`)
    for (const reason of unreadable) printUnreadable(reason)
    print(`${removed.length} ${retention.dryRun ? 'to remove' : 'removed'}, ${kept.length} kept.`)
  })
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
  const library = await import(/* webpackChunkName: "library" */ '../index.js')
  const progress = createProgress({ verbose: false })
  const run = (name: string): ReturnType<Library['restoreBackup']> =>
    library.restoreBackup(
      { path, confirm: name, identityFile: identity, wayBack },
      { ...given, ...secretsOf('restore', library.camelCase) },
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
  process.stdout.write(`\n${library.renderText(inCommandLineWords(report))}`)
  process.exitCode = report.error?.exitCode ?? 0
}

/** What is thrown is told where the program ends. */
async function withLibrary(task: (library: Library) => Promise<void>): Promise<void> {
  await task(await import(/* webpackChunkName: "library" */ '../index.js'))
}

function printUnreadable(reason: string): void {
  print(`not readable, counts for nothing: ${reason}`)
}

// Names of files and manifests come from whoever can write to the folder.
function print(line: string): void {
  process.stdout.write(`${visibleText(line).replaceAll('\n', ' ')}\n`)
}
