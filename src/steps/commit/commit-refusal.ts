import { lastCharacters } from '../../project/last-characters.js'

/** Why git made no commit, and what to do about it. */
interface CommitRefusal {
  readonly meaning: string
  readonly next: string
}

const known: readonly (readonly [RegExp, CommitRefusal])[] = [
  [
    /gpg failed to sign|failed to sign the data|secret key not available|No secret key|signing failed|Couldn't load public key|user\.signingkey/i,
    {
      meaning: 'it could not be signed',
      next: 'Give git its signing key on this machine, or set commit.gpgsign to false for this clone.'
    }
  ],
  [
    /tell me who you are|empty ident name|unable to auto-detect email|no email was given|identity unknown/i,
    { meaning: 'git knows no author', next: "Set commit-author to 'Name <email>', or user.name and user.email." }
  ],
  [
    /git-lfs' was not found|git-lfs: (?:command )?not found|filter '?lfs'? failed|git-lfs.*failed/i,
    { meaning: 'git-lfs is not installed', next: 'Install git-lfs, then run again.' }
  ],
  [
    /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
    {
      meaning: 'a git hook of this repository (husky or the like) needs a program that is not on PATH',
      next: 'Install Node and the packages of the project, or run with HUSKY=0 where hooks are for developers only.'
    }
  ]
]

/** Explains what `git commit` said on stderr; what is not known is put down to the hooks, whose own words it then is. */
export function explainCommit(stderr: string): CommitRefusal {
  // What matters stands at the end; a hook may say any amount.
  const said = lastCharacters(stderr, 20_000)
  return (
    known.find(([pattern]) => pattern.test(said))?.[1] ?? {
      meaning: 'a hook of this repository (pre-commit, commit-msg) failed',
      next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
    }
  )
}
