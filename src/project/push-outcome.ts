import type { ErrorCode } from '../errors.js'

/** What git's words about a refused push mean. */
export interface PushRefusal {
  readonly code: Extract<ErrorCode, 'push-raced' | 'push-rejected' | 'retry-later'>
  readonly meaning: string
  readonly next: string
}

const raced: PushRefusal = {
  code: 'push-raced',
  meaning: 'somebody else pushed to the branch in the meantime',
  next: 'Run the upgrade again: it plans anew from the newer commit. A lock file is never merged.'
}

const refusals: readonly (readonly [RegExp, PushRefusal])[] = [
  [/non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value/i, raced],
  [
    /GH006|protected branch|GH013|rule violations/i,
    {
      code: 'push-rejected',
      meaning: 'the branch is protected',
      next: 'Set pull-request: true, or allow the token to bypass the protection.'
    }
  ],
  [
    /without [`'"]?workflows?[`'"]? permission|refusing to allow .* workflow/i,
    {
      code: 'push-rejected',
      meaning: 'the token may not change workflow files',
      next: 'Use a token with the workflows permission.'
    }
  ],
  [
    /known vulnerabilit|protective block/i,
    {
      code: 'push-rejected',
      meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
      next: 'Read the details for the advisory and choose a target that fixes it.'
    }
  ],
  [
    /remote rejected|pre-receive hook declined|denied to|permission denied|403|read.?only/i,
    { code: 'push-rejected', meaning: 'the remote refuses the push', next: 'Read the details: the remote says why.' }
  ]
]

/** Explains what `git push` said; anything unknown is taken for a disturbance that may pass. */
export function explainPush(text: string): PushRefusal {
  const found = refusals.find(([pattern]) => pattern.test(text))
  if (found) return found[1]
  return {
    code: 'retry-later',
    meaning: 'the remote could not be reached',
    next: 'Check the network and the credentials of the remote, then run again.'
  }
}
