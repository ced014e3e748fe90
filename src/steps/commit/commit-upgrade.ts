import { UpgradeError } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import { explainCommit } from './commit-refusal.js'
import { withoutCommittedKeys } from '../../project/keyless-composer-json.js'
import { scanStagedFiles } from '../../project/scan-staged-files.js'
import { secretForms } from '../../secrets/secret-forms.js'
import type { Update } from '../../report/report.js'
import type { Secret } from '../../secrets/secret.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import { authorArguments } from './author-arguments.js'

/** Input for the commit. */
export interface CommitInput {
  readonly update: Update
  readonly message: string
  readonly author: string
  /** Lines such as `Backup: ...` for the end of the message. */
  readonly trailers: readonly string[]
  /** The secrets of this run: the commit must contain none of them. */
  readonly secrets: readonly Secret[]
}

/**
 * Stages exactly what the update wrote and removed, scans it and commits. Returns the commit's SHA, or null if nothing
 * differs from HEAD. Throws UpgradeError `commit-refused` with every offending path; the index is then restored.
 */
export async function commitUpgrade(
  tools: { readonly git: Git; readonly files: Files; readonly ledger: Ledger },
  input: CommitInput
): Promise<string | null> {
  const { git } = tools
  const paths = [...input.update.writtenFiles, ...input.update.removedFiles]
  await stage(git, paths)
  const staged = await stagedPaths(git)
  if (staged.length === 0) return null
  await scan(tools, staged, input)
  await commit(tools, input)
  return (await git.read('rev-parse', 'HEAD')).trim()
}

/** Tracked files are staged even if .gitignore matches them, as `git add -A` does; plain `git add` refuses. */
async function stage(git: Git, paths: readonly string[]): Promise<void> {
  const tracked = new Set((await git.read('ls-files', '-z')).split('\0'))
  for (const [mode, wanted] of [
    ['--update', paths.filter((path) => tracked.has(path))],
    ['--all', paths.filter((path) => !tracked.has(path))]
  ] as const) {
    const options = ['add', mode, '--pathspec-from-file=-', '--pathspec-file-nul']
    if (wanted.length > 0) await git.feed(wanted.join('\0'), '--literal-pathspecs', ...options)
  }
}

async function stagedPaths(git: Git): Promise<readonly string[]> {
  const text = await git.read('diff', '--cached', '--name-only', '--no-renames', '--relative', '-z', 'HEAD')
  return text.split('\0').filter((path) => path !== '')
}

async function scan(tools: { git: Git; files: Files }, staged: readonly string[], input: CommitInput): Promise<void> {
  const { git } = tools
  const forms = input.secrets.flatMap((secret) => secretForms(secret))
  const tracked = new Set((await git.read('ls-tree', '-r', '-z', '--name-only', 'HEAD')).split('\0'))
  const planned = new Set(['composer.json', 'composer.lock', '.magento.app.yaml'])
  const refusals: string[] = []
  const words = { 'the commit message': textOf(input), 'commit-author': input.author }
  for (const [name, text] of Object.entries(words))
    if (forms.some((form) => text.includes(form))) refusals.push(`${name} contains a secret of this run`)
  for (const path of staged) {
    const text = await scannedText(tools, path)
    const mapped = !planned.has(path) && input.update.writtenFiles.includes(path)
    const reason = scanStagedFiles({ path, text, mapped, tracked: tracked.has(path) }, forms)
    if (reason !== null) refusals.push(`${path} ${reason}`)
  }
  if (refusals.length === 0) return
  await git.run('reset', '--quiet')
  throw new UpgradeError('commit-refused', {
    message: `${refusals.length} ${refusals.length === 1 ? 'item' : 'items'} must not be committed: ${refusals.slice(0, 20).join('; ')}.`,
    next: 'Remove them from the project or the options, then run again.'
  })
}

/** A staged file; composer.json without the credentials that HEAD has in the same places. */
async function scannedText({ git, files }: { git: Git; files: Files }, path: string): Promise<string> {
  const text = (await files.read(files.join(git.folder, path))) ?? ''
  if (path !== 'composer.json') return text
  const { stdout } = await git.run('show', 'HEAD:./composer.json')
  return withoutCommittedKeys(text, stdout)
}

async function commit(
  { git, ledger }: { readonly git: Git; readonly ledger: Ledger },
  input: CommitInput
): Promise<void> {
  const { config, author } = await authorArguments(git, input.author)
  const made = ledger.intend('commit', 'a commit of the upgrade was made in the local repository')
  const result = await git.run(...config, 'commit', '--quiet', ...author, '--message', textOf(input))
  if (result.exitCode === 0) {
    made.done()
    return
  }
  made.undone()
  const { meaning, next } = explainCommit(`${result.stdout}\n${result.stderr}`)
  // A hook's refusal is reported like a remote's, never bypassed.
  throw new UpgradeError('push-rejected', {
    message: `git refused the commit: ${meaning}.`,
    next,
    details: result.stderr.trim() || result.stdout.trim()
  })
}

function textOf({ message, trailers }: CommitInput): string {
  return trailers.length > 0 ? `${message}\n\n${trailers.join('\n')}\n` : `${message}\n`
}
