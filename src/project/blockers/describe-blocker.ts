import type { BlockerWords } from './blocker-words.js'
import type { Problem } from '../../errors.js'
import type { AllowingRelease } from './allowing-release.js'
import type { Blocker } from './blocker.js'
import { describeRefusal } from './describe-refusal.js'
import { describeRequirement, describeRuntime } from './describe-requirement.js'

/**
 * A blocker as a problem of the report: the first sentence names the package, the release and the next step; the rest
 * is the reason.
 */
export function describeBlocker(blocker: Blocker, answer: AllowingRelease): Problem & BlockerWords {
  const words = wordsFor(blocker, answer)
  const why = blocker.chain.join('; ')
  return {
    id: 'composer-conflict',
    severity: 'error',
    message: why === '' ? `${words.headline}.` : `${words.headline}. Because ${why}.`,
    ...words
  }
}

function wordsFor(blocker: Blocker, answer: AllowingRelease): BlockerWords {
  if (blocker.kind === 'requirement') return describeRequirement(blocker, answer)
  return blocker.kind === 'runtime' ? describeRuntime(blocker) : describeRefusal(blocker, answer)
}
