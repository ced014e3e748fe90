import { UpgradeError } from '../errors.js'
import { redactEvidence } from '../secrets/redact-evidence.js'
import { files } from '../tools/files.js'
import type { Git } from '../tools/git/git.js'

/** The absolute working directory. Throws UpgradeError `bad-input` if it does not exist. */
export async function workingDirectory(path: string): Promise<string> {
  const folder = files.resolve(path)
  if (await files.exists(folder)) return folder
  throw new UpgradeError('bad-input', {
    message: `The working directory ${folder} does not exist.`,
    next: 'Set working-directory to the root of the Cloud project.'
  })
}

/** The place of a project in its repository. */
export interface ProjectPlace {
  /** The root of the repository. */
  readonly root: string
  /** The project's folder below it with a slash at its end, `shop/`; empty for the root. */
  readonly prefix: string
}

/**
 * The place of git's folder in its repository: one of several applications may have its own folder. Throws UpgradeError
 * `preflight-failed` outside of a repository.
 */
export async function placeOf(git: Git): Promise<ProjectPlace> {
  const { exitCode, stdout, stderr } = await git.run('rev-parse', '--show-toplevel', '--show-prefix')
  const [root = '', prefix = ''] = stdout.split('\n')
  if (exitCode === 0) return { root, prefix }
  const outside = /not a git repository|must be run in a work tree/i.test(stderr)
  const owner = /dubious ownership in repository at '([^']+)'/.exec(stderr)?.[1]
  throw new UpgradeError('preflight-failed', {
    message: outside
      ? `The folder ${git.folder} is not in a git repository.`
      : `git fails in ${git.folder}: ${redactEvidence(stderr.trim().split('\n').at(-1) ?? '')}`,
    next:
      owner === undefined
        ? 'Set working-directory to the root of the Cloud project, as cloned by git.'
        : `Another user owns the repository. To trust it: git config --global --add safe.directory ${owner}`
  })
}
