import type { KnownRefusal } from './push-refusals.js'

/**
 * Reasons why a push is not even checked: this machine, the connection, the credentials, the repository. The first
 * match counts.
 */
export const obstacles: readonly KnownRefusal[] = [
  {
    pattern: /shallow update not allowed/i,
    meaning: 'the remote does not accept a push from a shallow clone',
    next: 'Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.'
  },
  {
    pattern: /SAML SSO|single sign-on/i,
    meaning: 'the organization wants this token or key to be authorized for its single sign-on',
    next: 'Authorize the token or key for the organization (Configure SSO, where it was made), or use the token of an App.'
  },
  {
    pattern: /IP (?:address )?(?:is not (?:permitted|allowed)|allow ?list)/i,
    meaning: 'the remote takes nothing from the address of this machine',
    next: 'Add the address to the allow list of the organization, or run on a machine that is on it.'
  },
  {
    pattern:
      /(?:repository|account|project) (?:has been|is|was) (?:disabled|suspended|blocked)|has been disabled by GitHub|account is suspended/i,
    meaning: 'the repository or its account is disabled or suspended',
    next: 'Its owner has to ask the host why.'
  },
  {
    pattern: /archived/i,
    meaning: 'the repository is archived, so it is read-only',
    next: 'Unarchive it, or correct the address of the remote.'
  },
  {
    pattern: /marked as read.only|deploy (?:key|token).*(?:read.only|write)|write access to repository not granted/i,
    meaning: 'the key or token only has read access to the repository',
    next: 'Allow write access for the deploy key or token.'
  },
  {
    pattern: /git-lfs' was not found|git-lfs: (?:command )?not found|'lfs' is not a git command|git-lfs.*No such file/i,
    meaning: 'a hook or filter of Git LFS ran on this machine, and git-lfs is not installed',
    next: 'Install git-lfs, or remove its hooks: git lfs uninstall.'
  },
  {
    pattern: /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
    meaning: 'a git hook of this repository (for example from husky) needs a program that is not on PATH',
    next: 'Install Node and the packages of the project, or run with HUSKY=0 if the hooks are only for developers.'
  },
  {
    pattern: /could not read (?:Username|Password)|terminal prompts disabled|Cannot prompt/i,
    meaning: 'git has no credentials for the remote',
    next: 'Let actions/checkout keep its credentials (persist-credentials: true), or configure a git credential helper.'
  },
  {
    pattern:
      /authentication failed|invalid username or|bad credentials|access denied|password authentication was removed|returned error: 401/i,
    meaning: 'the remote rejects the credentials that git has',
    next: 'Renew the token or password; the token of an App expires after an hour, that of a run with its job.'
  },
  {
    pattern: /host key verification failed|HOST IDENTIFICATION HAS CHANGED|no \w+ host key is known/i,
    meaning: 'this machine does not trust the host key of the remote',
    next: 'Compare the fingerprint with the one that the host publishes, then add it to known_hosts. Never skip the check.'
  },
  {
    pattern: /permission denied \(|too many authentication failures/i,
    meaning: 'the remote rejects the SSH key',
    next: 'Add the public key at the remote, or configure the right key (core.sshCommand, agent).'
  },
  {
    pattern:
      /repository .*not found|returned error: 404|could not be found|does not appear to be a git repository|no such project/i,
    meaning: 'the repository does not exist, or these credentials have no access to it',
    next: 'Check the address of the remote (git remote -v) and what the token has access to.'
  },
  {
    pattern: /permission to .* denied|denied to|not allowed to push|returned error: 403|insufficient permission/i,
    meaning: 'the token or key has no write access to the repository',
    next: 'Grant the job contents: write, or use a token that may push.'
  },
  {
    pattern: /GH013|rule violations/i,
    meaning: 'a rule of the repository refuses the push',
    next: 'Read the details: they name the rule.'
  },
  {
    pattern: /remote rejected|hook declined|! \[rejected\]/i,
    meaning: 'the remote refuses the push',
    next: 'Read the details: the remote gives the reason.'
  }
]

/** Words of a remote that is not well, or looked after, and may take the same push later. */
export const ailments =
  /fatal error in commit_refs|internal server error|Push operation timed out|read.only (?:GitLab instance|mode|for maintenance)|under maintenance|currently unavailable|temporarily (?:unavailable|disabled)/i

/** Messages of network failures that may be temporary (curl, ssh, git 2.30 to 2.53). */
export const disturbances =
  /could not resolve|timed out|connection (?:refused|reset|closed|was)|network is unreachable|no route to host|failed to connect|couldn't connect|early eof|hung up unexpectedly|RPC failed|returned error: (?:429|5\d\d)|TLS|SSL|unexpected disconnect|broken pipe|temporary failure|Could not read from remote/i
