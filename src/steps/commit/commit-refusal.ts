import { lastCharacters } from '../../project/last-characters.js'

/** Why git did not commit, and what to do about it. */
interface CommitRefusal {
  readonly meaning: string
  readonly next: string
}

const known: readonly (readonly [RegExp, CommitRefusal])[] = [
  [
    /gpg failed to sign|failed to sign the data|secret key not available|No secret key|signing failed|Couldn't load public key|user\.signingkey/i,
    {
      meaning: 'it could not be signed',
      next: 'Provide the signing key to git on this machine, or set commit.gpgsign to false for this clone.'
    }
  ],
  [
    /tell me who you are|empty ident name|unable to auto-detect email|no email was given|identity unknown/i,
    { meaning: 'git has no author', next: "Set commit-author to 'Name <email>', or user.name and user.email." }
  ],
  [
    /git-lfs' was not found|git-lfs: (?:command )?not found|filter '?lfs'? failed|git-lfs.*failed/i,
    { meaning: 'git-lfs is not installed', next: 'Install git-lfs, then run again.' }
  ],
  [
    /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
    {
      meaning: 'a git hook of this repository (for example from husky) needs a program that is not on PATH',
      next: 'Install Node and the packages of the project, or run with HUSKY=0 if the hooks are only for developers.'
    }
  ]
]

/** Explains what `git commit` printed on stderr. An unknown message is attributed to the hooks, which printed it. */
export function explainCommit(stderr: string): CommitRefusal {
  // The relevant lines are at the end; a hook may print any amount.
  const said = lastCharacters(stderr, 20_000)
  return (
    known.find(([pattern]) => pattern.test(said))?.[1] ?? {
      meaning: 'a hook of this repository (pre-commit, commit-msg) failed',
      next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
    }
  )
}
