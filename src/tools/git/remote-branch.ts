import { currentBranch } from './head.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Git } from './git.js'
import { UpgradeError } from '../../errors.js'

/** A remote's answer about one of its branches. */
export type RemoteBranch =
  | { readonly answered: true; /** Null for no such branch. */ readonly commit: string | null }
  | { readonly answered: false; /** The message of git. */ readonly text: string }

/** Asks `remote` for the commit of `branch`, not the clone's copy. */
export async function askRemoteBranch(git: Pick<Git, 'run'>, remote: string, branch: string): Promise<RemoteBranch> {
  const ref = `refs/heads/${branch}`
  const { exitCode, stdout, stderr } = await git.run('ls-remote', remote, ref)
  if (exitCode !== 0) return { answered: false, text: redactEvidence(stderr.trim()) }
  // git also lists refs that only end with the name, such as a branch `a/refs/heads/main`, which anybody may push.
  const line = stdout.split('\n').find((each) => each.endsWith(`\t${ref}`))
  return { answered: true, commit: /^[0-9a-f]{40,64}(?=\t)/.exec(line ?? '')?.[0] ?? null }
}

/** The commit of `branch` on `remote`, or null without such a branch or an answer. */
export async function remoteCommit(git: Pick<Git, 'run'>, remote: string, branch: string): Promise<string | null> {
  const answer = await askRemoteBranch(git, remote, branch)
  return answer.answered ? answer.commit : null
}

/**
 * Fetches the tip of a remote's branch, whatever the clone is configured to fetch, and returns it. A shallow clone gets
 * that one commit, unless it is on the branch and can be deepened; a full clone stays full. Throws UpgradeError
 * `retry-later` if the fetch fails.
 */
export async function fetchBranch(git: Git, remote: string, branch: string): Promise<string> {
  const shallow = (await git.run('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true'
  const head = await currentBranch(git)
  const depth = shallow && head !== branch ? ['--depth=1'] : []
  const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head']
  const ref = `refs/magento-cloud-upgrade/fetched/${crypto.randomUUID()}`
  const fetched = await git.run('fetch', ...quietly, ...depth, remote, `+refs/heads/${branch}:${ref}`)
  const tip = await git.run('rev-parse', '--quiet', '--verify', `${ref}^{commit}`)
  await git.finish('update-ref', '-d', ref)
  if (fetched.exitCode === 0 && tip.exitCode === 0) return tip.stdout.trim()
  throw new UpgradeError('retry-later', {
    message: `The branch ${branch} could not be fetched from ${remote}.`,
    next: `Run git fetch ${remote} ${branch} to see why, then run again.`,
    details: fetched.stderr.trim()
  })
}
