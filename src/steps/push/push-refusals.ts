import type { ErrorCode } from '../../errors.js'

/** What git's words about a refused push mean, and what to do about it. */
export interface PushRefusal {
  readonly code: Extract<ErrorCode, 'push-raced' | 'push-rejected' | 'retry-later'>
  readonly meaning: string
  readonly next: string
}

/** One known refusal. */
export interface KnownRefusal {
  readonly pattern: RegExp
  readonly meaning: string
  readonly next: string
  /** Finds what the remote names (files); each match's first group. Global. */
  readonly names?: RegExp
  /** Advice in place of `next` where the push is for a pull request already. */
  readonly inPullRequest?: string
}

/**
 * Rules of the remote, of which several may be broken by one push. Texts of GitHub (GH001, GH006, GH007, GH009, GH013
 * with its rules), GitLab (push rules, secret push protection), Bitbucket and Adobe's Cloud, as they stand in public
 * issues and documentation, 2026-11.
 */
export const brokenRules: readonly KnownRefusal[] = [
  {
    pattern: /push protection|cannot contain secrets|GH009|secrets? detected/i,
    names: /(?:\bpath: |-- )([^\s|]+?:\d+|[^\s|]+\.[\w]+)\s*(?:\||$)/gm,
    meaning: 'push protection found a secret in the pushed files',
    next: 'Take the secret out of the file that is named and revoke it, or allow it at the address in the details.'
  },
  {
    pattern: /verified signatures?|valid signatures?|must be signed|not signed|unsigned commit/i,
    meaning: 'every commit must be signed',
    next: 'Give git a signing key that the remote knows (commit.gpgsign and user.signingkey, here), or let this account bypass the rule.'
  },
  {
    pattern: /without [`'"]?workflows?[`'"]? (?:permission|scope)|refusing to allow .* workflow/i,
    meaning: 'the token may not change workflow files',
    next: 'Use a token with the workflows permission.'
  },
  {
    pattern:
      /GH001|exceeds GitHub's file size limit|larger than the (?:allowed|maximum)|exceed\w* the (?:file )?size limit|pack exceeds maximum|HTTP 413|code = 413|file size/i,
    names: /\bFile (\S.*?) is [\d.]+ +[KMG]B/g,
    meaning: 'a file, or the push as a whole, is larger than the remote takes',
    next: 'Take the file out of the repository, or keep it in Git LFS.'
  },
  {
    pattern:
      /over its data quota|storage (?:limit|quota)|quota (?:is )?exceeded|exceed\w* (?:your |the |its )?quota|over [\w. ]*size (?:limit|quota)|repository size|size exceeds limit/i,
    meaning: 'the repository or its account has used up its room on the remote',
    next: 'Free room there, or buy more; see the details.'
  },
  {
    pattern:
      /commit message (?:must|does not|doesn't|didn't|should)|message does not (?:follow|match)|commit_message_pattern/i,
    meaning: 'the commit message does not have the form that the remote wants',
    next: 'Set commit-message to one that fits the pattern in the details.'
  },
  {
    pattern:
      /(?:author|committer)(?:'s)?(?: \w+)? ?(?:e-?mail|name)|GH007|private email|is not a member of (?:the )?team|_email_pattern|cannot push commits (?:for|by) /i,
    meaning: 'the author of the commit is not one that the remote takes',
    next: 'Set commit-author to a name and an address that fit the rule in the details.'
  },
  {
    pattern: /branch name (?:must|does not|doesn't)|branch_name_pattern|creations? (?:being )?restricted|ref name/i,
    meaning: 'the remote takes no branch of this name',
    next: 'Allow the name of the branch in the rule that the details name.'
  },
  {
    pattern:
      /file (?:path|extension|name) .*(?:restricted|prohibited)|file name .* was blacklisted|File path is restricted/i,
    meaning: 'a rule of the remote keeps a file from being pushed',
    next: 'Allow the path in the rule that the details name, or let this account bypass it.'
  },
  {
    pattern: /known vulnerabilit|protective block/i,
    meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
    next: 'Read the details for the advisory and choose a target that fixes it.'
  },
  {
    pattern:
      /GH006|protected (?:branch|ref)|through a pull request|required status check|not allowed to (?:force )?push|merge queue/i,
    meaning: 'the branch is protected',
    next: 'Set pull-request: true, or allow the token to bypass the protection.',
    inPullRequest: 'Allow the token to push branches named magento-cloud-upgrade/… in the rule that the details name.'
  }
]

/** What keeps a push from being looked at: this machine, the way, the credentials, the repository. First match. */
export const obstacles: readonly KnownRefusal[] = [
  {
    pattern: /shallow update not allowed/i,
    meaning: 'the remote takes no push from a shallow clone',
    next: 'Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.'
  },
  {
    pattern: /archived/i,
    meaning: 'the repository is archived, so it is read-only',
    next: 'Take it out of the archive, or correct the address of the remote.'
  },
  {
    pattern: /marked as read.only|deploy key.*(?:read.only|write)|write access to repository not granted/i,
    meaning: 'the key or token may only read the repository',
    next: 'Allow write access for the deploy key or token.'
  },
  {
    pattern: /git-lfs' was not found|git-lfs: (?:command )?not found|'lfs' is not a git command|git-lfs.*No such file/i,
    meaning: 'a hook or filter of Git LFS ran on this machine, and git-lfs is not installed',
    next: 'Install git-lfs, or remove its hooks: git lfs uninstall.'
  },
  {
    pattern: /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
    meaning: 'a git hook of this repository (husky or the like) needs a program that is not on PATH',
    next: 'Install Node and the packages of the project, or run with HUSKY=0 where hooks are for developers only.'
  },
  {
    pattern: /could not read (?:Username|Password)|terminal prompts disabled|Cannot prompt/i,
    meaning: 'git has no credentials for the remote',
    next: 'Let actions/checkout keep its credentials (persist-credentials: true), or give git a credential helper.'
  },
  {
    pattern:
      /authentication failed|invalid username or|bad credentials|access denied|password authentication was removed|returned error: 401/i,
    meaning: 'the remote does not accept the credentials that git has',
    next: 'Renew the token or password; a token of an App or of a run lives for an hour or for its job.'
  },
  {
    pattern: /host key verification failed|HOST IDENTIFICATION HAS CHANGED|no \w+ host key is known/i,
    meaning: 'the host key of the remote is not one that this machine trusts',
    next: 'Compare the fingerprint with the one that the host publishes, then add it to known_hosts. Never skip the check.'
  },
  {
    pattern: /permission denied \(|too many authentication failures/i,
    meaning: 'the remote does not accept the SSH key',
    next: 'Add the public key at the remote, or give the right key (core.sshCommand, agent).'
  },
  {
    pattern:
      /repository .*not found|returned error: 404|could not be found|does not appear to be a git repository|no such project/i,
    meaning: 'there is no such repository, or these credentials may not see it',
    next: 'Check the address of the remote (git remote -v) and what the token may read.'
  },
  {
    pattern: /permission to .* denied|denied to|returned error: 403|insufficient permission/i,
    meaning: 'the token or key may not write to the repository',
    next: 'Give the job contents: write, or use a token that may push.'
  },
  {
    pattern: /GH013|rule violations/i,
    meaning: 'a rule of the repository refuses the push',
    next: 'Read the details: they name the rule.'
  },
  {
    pattern: /remote rejected|hook declined|! \[rejected\]/i,
    meaning: 'the remote refuses the push',
    next: 'Read the details: the remote says why.'
  }
]

/** Words of a network that may be better in a minute (curl, ssh, git 2.30 to 2.53). */
export const disturbances =
  /could not resolve|timed out|connection (?:refused|reset|closed|was)|network is unreachable|no route to host|failed to connect|couldn't connect|early eof|hung up unexpectedly|RPC failed|returned error: (?:429|5\d\d)|TLS|SSL|unexpected disconnect|broken pipe|temporary failure|Could not read from remote/i
