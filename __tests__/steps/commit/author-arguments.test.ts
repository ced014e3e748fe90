import { expect, test } from '@jest/globals'
import { authorArguments } from '../../../src/steps/commit/author-arguments.js'
import type { Git } from '../../../src/tools/git/git.js'

/** A git with the given contents. */
function gitThatKnows(...known: readonly string[]): Git {
  const run = (name: string, ident: string): Promise<object> =>
    Promise.resolve({ exitCode: name === 'var' && known.includes(ident) ? 0 : 128, stdout: '', stderr: '' })
  return { run } as unknown as Git
}
const nobody = gitThatKnows()
const both = ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT'] as const
const bot = [
  ...['-c', 'user.name=github-actions[bot]'],
  ...['-c', 'user.email=41898282+github-actions[bot]@users.noreply.github.com']
]

test.each([
  ['knows both', gitThatKnows(...both), []],
  ['knows nobody', nobody, bot],
  ['knows the author alone', gitThatKnows('GIT_AUTHOR_IDENT'), bot],
  ['knows the committer alone', gitThatKnows('GIT_COMMITTER_IDENT'), bot]
])('without commit-author, where git %s', async (_, git, config) => {
  expect(await authorArguments(git, '')).toEqual({ config, author: [] })
})

test('commit-author is the author, and the committer where git knows none', async () => {
  const author = 'Rel Ease <rel@example.com>'
  const given = { author: ['--author', author] }
  expect(await authorArguments(gitThatKnows('GIT_COMMITTER_IDENT'), author)).toEqual({ config: [], ...given })
  const config = ['-c', 'user.name=Rel Ease', '-c', 'user.email=rel@example.com']
  expect(await authorArguments(nobody, author)).toEqual({ config, ...given })
  expect((await authorArguments(nobody, 'Rel Ease<rel@example.com>')).config).toEqual(config)
  expect((await authorArguments(nobody, 'R  <r@x>')).config).toEqual(['-c', 'user.name=R', '-c', 'user.email=r@x'])
})

test.each([
  'just a name',
  '<rel@example.com>',
  'Rel <rel>',
  'Rel <rel@>',
  'Rel <@example.com>',
  'Rel <rel@example.com> more',
  'Rel\nEase <rel@example.com>',
  'Rel > <rel@example.com>',
  'Rel <rel@exam ple.com>',
  'Rel <r el@example.com>',
  'Rel <rel@exa>mple.com>'
])('%j is no author', async (author) => {
  await expect(authorArguments(nobody, author)).rejects.toMatchObject({
    code: 'bad-input',
    message: `commit-author is not of the form Name <email>: ${author}`
  })
})
