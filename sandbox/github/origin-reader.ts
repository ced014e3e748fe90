import { runProgram } from '../services/run-program.js'

/** One commit of the repository. */
export interface OriginCommit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: { readonly name: string; readonly email: string; readonly date: string }
  readonly committer: { readonly name: string; readonly email: string; readonly date: string }
  readonly message: string
}

/** Size of what one commit adds to another. */
export interface Comparison {
  readonly commits: number
  readonly additions: number
  readonly deletions: number
  readonly files: number
}

/** What the API reads from the bare repository. */
export interface OriginReader {
  /** The commit of a branch, or null if there is none. */
  headOf(branch: string): Promise<string | null>
  commit(sha: string): Promise<OriginCommit>
  compare(base: string, head: string): Promise<Comparison>
  defaultBranch(): Promise<string>
}

/** Reads by git, without the machine's configuration. */
export function createOriginReader(origin: string): OriginReader {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = async (...args: string[]): Promise<string> =>
    (await runProgram(['git', `--git-dir=${origin}`, ...args], { cwd: origin, env })).stdout

  return {
    headOf: async (branch) => {
      const ref = `refs/heads/${branch}`
      const refs = await git('for-each-ref', '--format=%(objectname) %(refname)', ref)
      // git also lists what lies below the name.
      const line = refs.split('\n').find((each) => each.endsWith(` ${ref}`))
      return line?.split(' ')[0] ?? null
    },
    commit: async (sha) => readCommit(sha, await git('show', '--no-patch', `--format=${commitFormat}`, sha)),
    compare: async (base, head) => {
      const [commits, numbers] = await Promise.all([
        git('rev-list', '--count', `${base}..${head}`),
        git('diff', '--numstat', `${base}...${head}`)
      ])
      return { commits: Number(commits), ...sumOf(numbers) }
    },
    defaultBranch: async () => (await git('symbolic-ref', '--short', 'HEAD')).trim()
  }
}

const commitFormat = '%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B'

function readCommit(sha: string, text: string): OriginCommit {
  const [tree = '', parents = '', ...rest] = text.split('\0')
  const [authorName = '', authorEmail = '', authored = '', name = '', email = '', date = '', message = ''] = rest
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name: authorName, email: authorEmail, date: authored },
    committer: { name, email, date },
    message: message.trimEnd()
  }
}

function sumOf(numbers: string): Omit<Comparison, 'commits'> {
  const lines = numbers.split('\n').filter((line) => line !== '')
  // A binary file has dashes in place of its numbers.
  const sum = (column: number): number =>
    lines.reduce((total, line) => total + (Number(line.split('\t')[column]) || 0), 0)
  return { additions: sum(0), deletions: sum(1), files: lines.length }
}
