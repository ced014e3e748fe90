import type { ErrorCode } from '../../errors.js'

/** Meaning of git's messages about a refused push, and what to do about it. */
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
  /** Finds the objects that the remote names (files); the first group of each match. Global. */
  readonly names?: RegExp
  /** Advice instead of `next` if the push is already for a pull request. */
  readonly inPullRequest?: string
}

/**
 * Rules of the remote; one push may break several. Messages of GitHub (GH001, GH006, GH007, GH009, GH013 with its
 * rules), GitLab (push rules, secret push protection), Bitbucket and Adobe's Cloud, as found in public issues and
 * documentation, 2026-11.
 */
export const brokenRules: readonly KnownRefusal[] = [
  {
    pattern: /push protection|cannot contain secrets|GH009|secrets? detected/i,
    names: /(?:\bpath: |-- )([^\s|]+?:\d+|[^\s|]+\.[\w]+)\s*(?:\||$)/gm,
    meaning: 'push protection found a secret in the pushed files',
    next: 'Remove the secret from the named file and revoke it, or allow it at the address in the details.'
  },
  {
    pattern: /verified signatures?|valid signatures?|must be signed|not signed|unsigned commit/i,
    meaning: 'every commit must be signed',
    next: 'Provide git with a signing key that the remote knows (commit.gpgsign and user.signingkey, here), or let this account bypass the rule.'
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
    meaning: 'a file, or the push as a whole, is larger than the remote accepts',
    next: 'Remove the file from the repository, or keep it in Git LFS.'
  },
  {
    pattern:
      /over its data quota|storage (?:limit|quota)|allocated storage|quota (?:is )?exceeded|exceed\w* (?:your |the |its )?(?:quota|LFS budget)|exceed\w* its size limit|over [\w. ]*size (?:limit|quota)|(?:repository|storage) size|size exceeds limit|remote: [^\n]{0,300}no space left on device/i,
    meaning: 'the repository or its account has used up its storage on the remote',
    next: 'Free some storage there, or buy more; see the details.'
  },
  {
    pattern:
      /commit message (?:must|does not|doesn't|didn't|should|contains)|message does not (?:follow|match)|commit_message_pattern/i,
    meaning: 'the commit message does not have the form that the remote requires',
    next: 'Set commit-message to one that matches the pattern in the details.'
  },
  {
    pattern:
      /(?:author|committer)(?:'s)?(?: \w+)? ?(?:e-?mail|name)|GH007|private email|is not a member of (?:the )?team|_email_pattern|cannot push commits (?:for|by) /i,
    meaning: 'the remote does not accept the author of the commit',
    next: 'Set commit-author to a name and an address that match the rule in the details.'
  },
  {
    pattern:
      /branch name (?:'[^'\n]{1,300}' )?(?:must|does not|doesn't)|branch_name_pattern|creations? (?:being )?restricted|ref name|GH00[25]/i,
    meaning: 'the remote does not accept a branch of this name',
    next: 'Allow the name of the branch in the rule that the details name.'
  },
  {
    pattern:
      /file (?:path|extension|name) .*(?:restricted|prohibited)|file name .* was blacklisted|File path is restricted/i,
    meaning: 'a rule of the remote prevents a file from being pushed',
    next: 'Allow the path in the rule that the details name, or let this account bypass it.'
  },
  {
    pattern: /(?:must not|cannot|not) contain merge commits|merge commits are not allowed|linear history/i,
    meaning: 'the branch takes no merge commits, and what would be pushed has one',
    next: 'Rebase the branch that the upgrade started from, or let this account bypass the rule.'
  },
  {
    pattern: /GH008|unknown Git LFS object|LFS objects? (?:are|is) missing|missing LFS objects?/i,
    meaning: 'the history names files in Git LFS that the remote does not have',
    next: 'Send them from a clone that has them: git lfs push --all, with the name of the remote.'
  },
  {
    pattern: /Error parsing configuration files|Invalid configuration files/i,
    meaning: "the Cloud cannot read the project's configuration files",
    next: 'Correct the file that the details name (.magento.app.yaml or one below .magento), then run again.'
  },
  {
    pattern: /known vulnerabilit|protective block/i,
    meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
    next: 'Read the details for the advisory and choose a target that fixes it.'
  },
  {
    pattern:
      /GH003|GH006|protected (?:branch|ref)|(?:through|use) a pull request|required (?:status check|deployment|workflow)|code scanning|not allowed to force.push|not allowed to push code to protected|denied to update branch|updates? (?:being )?restricted|merge queue/i,
    meaning: 'the branch is protected',
    next: 'Set pull-request: true, or allow the token to bypass the protection.',
    inPullRequest: 'Allow the token to push branches named magento-cloud-upgrade/… in the rule that the details name.'
  }
]
