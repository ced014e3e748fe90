import { UpgradeError } from '../../errors.js'
import type { Git } from './git.js'

/**
 * Brings the tip of a remote's branch into the repository, whatever the clone was told to fetch, and returns it. A
 * shallow clone gets that one commit, unless it stands on the branch and can be continued; a whole one stays whole.
 * Throws UpgradeError `retry-later` where the remote does not give it.
 */
export async function fetchBranch(git: Git, remote: string, branch: string): Promise<string> {
  const shallow = (await git.run('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true'
  const head = (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim()
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
