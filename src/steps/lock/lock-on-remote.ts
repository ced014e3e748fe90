import { parseLock, renderLock, type LockNote } from './lock-note.js'
import type { Git } from '../../tools/git/git.js'

/** What the remote has as the lock: the id of a blob, nothing, or no answer. */
export type Held =
  { readonly state: 'held'; readonly blob: string } | { readonly state: 'free' } | { readonly state: 'silent' }

/**
 * The ref of a lock on a remote. It points to a blob, which has no history: git moves it only if its value is given.
 */
export interface LockOnRemote {
  readonly ref: string
  /** Stores a note in the local repository; returns the id of its blob. */
  write(note: LockNote): Promise<string>
  /**
   * Creates the ref. The state of the remote afterwards counts. Returns whether another run was quicker, according to
   * git.
   */
  create(blob: string): Promise<{ readonly raced: boolean }>
  /** Replaces `expected` with `blob`, if it is still there. */
  replace(expected: string, blob: string): Promise<void>
  /** Removes the ref if it still is `expected`; returns whether the remote accepted it. */
  remove(expected: string): Promise<boolean>
  held(): Promise<Held>
  /** The note in a blob on the remote; null if it is not one of ours, `gone` if it no longer exists. */
  read(blob: string): Promise<LockNote | 'gone' | null>
}

const raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i
const quietly = ['--quiet', '--no-verify', '--no-follow-tags']

/** The lock `ref` on `remote`, by the git of a local repository. */
export function lockOnRemote(git: Git, remote: string, ref: string): LockOnRemote {
  // The lease makes a change conditional: a lock that another run has taken since is kept.
  const conditional = (expected: string): string => `--force-with-lease=${ref}:${expected}`
  const held = async (): Promise<Held> => {
    const { exitCode, stdout } = await git.finish('ls-remote', remote, ref)
    if (exitCode !== 0) return { state: 'silent' }
    const blob = /^[0-9a-f]{40,64}(?=\t)/.exec(stdout)?.[0]
    return blob === undefined ? { state: 'free' } : { state: 'held', blob }
  }
  return {
    ref,
    held,
    write: async (note) => (await git.feed(renderLock(note), 'hash-object', '-w', '--stdin')).trim(),
    create: async (blob) => {
      const push = await git.run('push', ...quietly, remote, `${blob}:${ref}`)
      return { raced: raced.test(push.stderr) }
    },
    replace: async (expected, blob) => {
      await git.run('push', ...quietly, conditional(expected), remote, `${blob}:${ref}`)
    },
    remove: async (expected) =>
      (await git.finish('push', ...quietly, conditional(expected), remote, `:${ref}`)).exitCode === 0,
    read: async (blob) => {
      const fetched = await git.run('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, ref)
      const now = fetched.exitCode === 0 ? null : await held()
      if (now !== null && !(now.state === 'held' && now.blob === blob)) return 'gone'
      const content = await git.run('cat-file', 'blob', blob)
      // The fetched lock may already be the next holder's.
      if (content.exitCode !== 0 && fetched.exitCode === 0) return 'gone'
      return content.exitCode === 0 ? parseLock(content.stdout) : null
    }
  }
}
