import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Git } from './git.js'

/** What a remote says of one of its branches. */
export type RemoteBranch =
  | { readonly answered: true; /** Null for no such branch. */ readonly commit: string | null }
  | { readonly answered: false; /** The words of git. */ readonly text: string }

/** Asks `remote` for the commit of `branch`, past everything that the clone remembers. */
export async function askRemoteBranch(git: Pick<Git, 'run'>, remote: string, branch: string): Promise<RemoteBranch> {
  const ref = `refs/heads/${branch}`
  const { exitCode, stdout, stderr } = await git.run('ls-remote', remote, ref)
  if (exitCode !== 0) return { answered: false, text: redactEvidence(stderr.trim()) }
  // git also lists what only ends with the name: anybody may push a branch `a/refs/heads/main`.
  const line = stdout.split('\n').find((each) => each.endsWith(`\t${ref}`))
  return { answered: true, commit: /^[0-9a-f]{40,64}(?=\t)/.exec(line ?? '')?.[0] ?? null }
}

/** The commit that `remote` holds for `branch`, or null where there is no such branch or no answer. */
export async function remoteCommit(git: Pick<Git, 'run'>, remote: string, branch: string): Promise<string | null> {
  const answer = await askRemoteBranch(git, remote, branch)
  return answer.answered ? answer.commit : null
}
