import { UpgradeError } from '../../errors.js'
import type { Git } from '../../tools/git.js'

/** Arguments for git, before and after the word `commit`. */
export interface AuthorArguments {
  readonly config: readonly string[]
  readonly author: readonly string[]
}

const form = /^([^<>\n]+?)\s*<([^<>\s]+@[^<>\s]+)>$/
// The public identity of the GitHub Actions bot, so that commits from workflows show as its.
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

/**
 * Who commits: `author` where given as `Name <email>`, else git's own identity, else the GitHub Actions bot.
 * Throws UpgradeError `bad-input` for another form.
 */
export async function authorArguments(git: Git, author: string): Promise<AuthorArguments> {
  const match = form.exec(author)
  if (author !== '' && !match) {
    throw new UpgradeError('bad-input', {
      message: `commit-author is not of the form Name <email>: ${author}`,
      unchanged: 'Nothing was changed.',
      next: 'Set commit-author to something like: Release Team <release@example.com>'
    })
  }
  const known = await git.run('var', 'GIT_COMMITTER_IDENT')
  const fallback = match ? { name: match[1] ?? '', email: match[2] ?? '' } : bot
  const config = known.exitCode === 0 ? [] : ['-c', `user.name=${fallback.name}`, '-c', `user.email=${fallback.email}`]
  return { config, author: match ? ['--author', author] : [] }
}
