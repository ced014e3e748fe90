import { parseLock, renderLock, type LockNote } from './lock-note.js'
import type { Git } from '../../tools/git/git.js'

/** What the remote holds in the place of the lock: the id of a blob, nothing, or no answer. */
export type Held =
  { readonly state: 'held'; readonly blob: string } | { readonly state: 'free' } | { readonly state: 'silent' }

/** The ref of a lock on a remote. It points to a blob, which has no history: git moves it only where its value is named. */
export interface LockOnRemote {
  readonly ref: string
  /** Stores a note in the local repository; returns the id of its blob. */
  write(note: LockNote): Promise<string>
  /** Creates the ref. What counts is what the remote holds afterwards. Returns whether somebody else was quicker, as git tells it. */
  create(blob: string): Promise<{ readonly raced: boolean }>
  /** Puts `blob` in the place of `expected`, where that is still there. */
  replace(expected: string, blob: string): Promise<void>
  /** Removes the ref where it still is `expected`; returns whether the remote took it. */
  remove(expected: string): Promise<boolean>
  held(): Promise<Held>
  /** The note in a blob that the remote holds; null where it is none of ours, `gone` where it is not there any more. */
  read(blob: string): Promise<LockNote | 'gone' | null>
}

const raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i
const quietly = ['--quiet', '--no-verify', '--no-follow-tags']

/** The lock `ref` on `remote`, by the git of a local repository. */
export function lockOnRemote(git: Git, remote: string, ref: string): LockOnRemote {
  // The lease makes a change conditional: a lock that somebody else has taken since stays.
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
      // What was fetched may be the lock of the next holder already.
      if (content.exitCode !== 0 && fetched.exitCode === 0) return 'gone'
      return content.exitCode === 0 ? parseLock(content.stdout) : null
    }
  }
}
