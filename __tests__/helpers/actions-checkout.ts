import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** What `actions/checkout` was asked for: a branch, a tag, the merge of a pull request, or a commit by its name. */
export type CheckoutRef =
  { readonly branch: string } | { readonly tag: string } | { readonly pull: number } | { readonly commit: string }

/** Runs git in an isolated environment and returns its stdout without the last line break. Throws if it fails. */
export function plainGit(folder: string, ...args: readonly string[]): string {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_NAME`, 'Test'])),
    ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_EMAIL`, 'test@example.com']))
  }
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/**
 * Makes `folder` a checkout as actions/checkout 4 and later leave it (`git-source-provider.ts`, `ref-helper.ts`):
 * one refspec with the exact commit, no tags, a detached HEAD for all but branches; depth 0 fetches all branches and tags.
 */
export function actionsCheckout(folder: string, url: string, ref: CheckoutRef, depth: number): void {
  mkdirSync(folder)
  const git = (...args: string[]): string => plainGit(folder, ...args)
  const remote = (name: string): string =>
    new RegExp(`^(\\w+)\\t${name}$`, 'm').exec(git('ls-remote', url, name))?.[1] ?? ''
  git('init', '--quiet')
  git('remote', 'add', 'origin', url)
  git('config', '--local', 'gc.auto', '0')
  const [refspec, target] = specOf(ref, remote)
  const all = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
  // With all of the history that of a pull request's merge is fetched besides all branches.
  const specs = depth === 0 ? ['pull' in ref ? [...all, refspec] : all].flat() : [refspec]
  const options = ['--no-tags', '--prune', '--no-recurse-submodules', ...(depth === 0 ? [] : [`--depth=${depth}`])]
  git('-c', 'protocol.version=2', 'fetch', '--quiet', ...options, 'origin', ...specs)
  if ('branch' in ref) git('checkout', '--quiet', '--force', '-B', ref.branch, target)
  else git('checkout', '--quiet', '--force', target)
}

function specOf(ref: CheckoutRef, remote: (name: string) => string): [refspec: string, target: string] {
  if ('branch' in ref) {
    const target = `refs/remotes/origin/${ref.branch}`
    return [`+${remote(`refs/heads/${ref.branch}`)}:${target}`, target]
  }
  if ('tag' in ref) return [`+${remote(`refs/tags/${ref.tag}`)}:refs/tags/${ref.tag}`, `refs/tags/${ref.tag}`]
  if ('commit' in ref) return [ref.commit, ref.commit]
  const target = `refs/remotes/pull/${ref.pull}/merge`
  return [`+${remote(`refs/pull/${ref.pull}/merge`)}:${target}`, target]
}
