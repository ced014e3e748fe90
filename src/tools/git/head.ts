import type { Git } from './git.js'

/** The branch that is checked out; '' if HEAD is detached. */
export async function currentBranch(git: Git): Promise<string> {
  return (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim()
}

/** Options of git that give a new commit the committer of `commit`: a runner may have no git identity. */
export async function committerOf(git: Git, commit: string): Promise<readonly string[]> {
  const [name = '', email = ''] = (await git.read('log', '-1', '--format=%cn%n%ce', commit)).trim().split('\n')
  return ['-c', `user.name=${name}`, '-c', `user.email=${email}`]
}
