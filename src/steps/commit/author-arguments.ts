import { UpgradeError } from '../../errors.js'
import type { Git } from '../../tools/git/git.js'

/** Arguments for git, before and after the word `commit`. */
interface AuthorArguments {
  readonly config: readonly string[]
  readonly author: readonly string[]
}

const form = /^([^<>\n]+?)\s*<([^<>\s]+@[^<>\s]+)>$/
// The public identity of the GitHub Actions bot, so that commits from workflows are shown as its own.
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

/**
 * The author: `author` if given as `Name <email>`, otherwise git's own identity (its variables before its
 * configuration), otherwise the GitHub Actions bot. Throws UpgradeError `bad-input` for another form.
 */
export async function authorArguments(git: Git, author: string): Promise<AuthorArguments> {
  const match = form.exec(author)
  if (author !== '' && !match) {
    throw new UpgradeError('bad-input', {
      message: `commit-author is not of the form Name <email>: ${author}`,
      next: 'Set commit-author to something like: Release Team <release@example.com>'
    })
  }
  const wanted = match ? ['GIT_COMMITTER_IDENT'] : ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT']
  const known = await Promise.all(wanted.map((ident) => git.run('var', ident)))
  const fallback = match ? { name: match[1] ?? '', email: match[2] ?? '' } : bot
  // If GIT_AUTHOR_* or GIT_COMMITTER_* set one of the two, the fallback is only for the other: variables take
  // precedence.
  const isKnown = known.every(({ exitCode }) => exitCode === 0)
  const config = isKnown ? [] : ['-c', `user.name=${fallback.name}`, '-c', `user.email=${fallback.email}`]
  return { config, author: match ? ['--author', author] : [] }
}
