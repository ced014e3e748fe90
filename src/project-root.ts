import { UpgradeError } from './errors.js'
import { redactEvidence } from './project/redact-evidence.js'
import { files } from './tools/files.js'
import type { Git } from './tools/git.js'

/** The absolute working directory. Throws UpgradeError `bad-input` where it does not exist. */
export async function workingDirectory(path: string): Promise<string> {
  const folder = files.resolve(path)
  if (await files.exists(folder)) return folder
  throw new UpgradeError('bad-input', {
    message: `The working directory ${folder} does not exist.`,
    unchanged: 'Nothing was changed.',
    next: 'Set working-directory to the root of the Cloud project.'
  })
}

/**
 * The root of the repository that git works in. Throws UpgradeError `preflight-failed` outside of one, and for a
 * project in a folder of its repository: paths of the platform and of git would not be those of Composer.
 */
export async function rootOf(git: Git): Promise<string> {
  const { exitCode, stdout, stderr } = await git.run('rev-parse', '--show-toplevel')
  if (exitCode === 0) {
    const root = stdout.trim()
    const [own, top] = await Promise.all([git.folder, root].map((path) => files.realPath(path)))
    if (own === top) return root
    throw inSubfolder(git.folder, root)
  }
  const outside = /not a git repository|must be run in a work tree/i.test(stderr)
  throw new UpgradeError('preflight-failed', {
    message: outside
      ? `The folder ${git.folder} is in no git repository.`
      : `git fails in ${git.folder}: ${redactEvidence(stderr.trim().split('\n').at(-1) ?? '')}`,
    unchanged: 'Nothing was changed.',
    next: 'Set working-directory to the root of the Cloud project, as git has cloned it.'
  })
}

function inSubfolder(folder: string, root: string): UpgradeError {
  return new UpgradeError('preflight-failed', {
    message: `The working directory ${folder} is a folder of the repository ${root}, and not its root.`,
    unchanged: 'Nothing was changed.',
    next: 'Set working-directory to the root of the repository. A project that lies in a folder of its repository is not supported: upgrade it by hand; backup, verify and diagnose work with this working-directory.'
  })
}
