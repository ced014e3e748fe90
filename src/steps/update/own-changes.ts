import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { MappedFiles } from './mapped-files.js'

/** A tracked marshaled file that differs from the old version's. */
export interface OwnChange {
  readonly path: string
  /** Content in HEAD and in the old version, as in a checkout; null if it is not UTF-8 text. */
  readonly ours: string | null
  readonly base: string | null
}

/** What happens to the project's own change: `removed` if the new version no longer has the file. */
export interface ChangeOutcome {
  readonly path: string
  readonly outcome: 'kept' | 'overwritten' | 'conflict' | 'removed'
}

/**
 * The files that the shop changed, or that another version left. Right after the old version is marshaled, each of them
 * differs from HEAD; a different mode alone does not count.
 */
export async function findOwnChanges(
  { git, files }: { readonly git: Git; readonly files: Files },
  oldMapped: MappedFiles
): Promise<readonly OwnChange[]> {
  const differing = (await git.read('diff', '--numstat', '--no-renames', '--relative', '-z', 'HEAD'))
    .split('\0')
    .map((line) => line.split('\t'))
    .filter(([added, removed]) => !(added === '0' && removed === '0'))
    .flatMap(([, , path = '']) => (oldMapped.has(path) && !isTheirs(path) ? [path] : []))
  const changes = differing.map(async (path) => {
    const head = await git.run('cat-file', '--filters', `HEAD:./${path}`)
    const base = await files.read(files.join(git.folder, path))
    return { path, ours: head.exitCode === 0 ? text(head.stdout) : null, base: text(base) }
  })
  return Promise.all(changes)
}

/**
 * Decides on each own change once the new version is marshaled. A change that the new version has too is not lost. With
 * `keep`, the change is merged into the new file if `git merge-file` finds no conflict.
 */
export async function settleOwnChanges(
  { git, files }: { readonly git: Git; readonly files: Files },
  changes: readonly OwnChange[],
  keep: boolean
): Promise<readonly ChangeOutcome[]> {
  const outcomes: ChangeOutcome[] = []
  for (const change of changes) {
    const file = files.join(git.folder, change.path)
    const theirs = await files.read(file)
    if (theirs !== null && theirs === change.ours) continue
    const merged = keep && theirs !== null ? await merge({ git, files }, change, theirs) : null
    if (merged !== null) await files.write(file, merged)
    const lost = theirs === null ? 'removed' : keep ? 'conflict' : 'overwritten'
    outcomes.push({ path: change.path, outcome: merged === null ? lost : 'kept' })
  }
  return outcomes
}

async function merge(
  { git, files }: { readonly git: Git; readonly files: Files },
  { ours, base }: OwnChange,
  theirs: string
): Promise<string | null> {
  if (ours === null || base === null || text(theirs) === null) return null
  const scratch = await files.privateFolder('merge')
  try {
    const paths = ['ours', 'base', 'theirs'].map((name) => files.join(scratch, name))
    for (const [index, content] of [ours, base, theirs].entries()) await files.write(paths[index] ?? '', content)
    const merged = await git.run('merge-file', '--stdout', '--quiet', ...paths)
    return merged.exitCode === 0 ? merged.stdout : null
  } finally {
    await files.remove(scratch)
  }
}

// Restored from HEAD in any case.
function isTheirs(path: string): boolean {
  return path === '.gitignore' || path.startsWith('.github/')
}

// Bytes that are not UTF-8 were replaced when they were read.
function text(content: string | null): string | null {
  return content === null || /[\0\uFFFD]/.test(content) ? null : content
}
