import { lastCharacters } from '../../project/last-characters.js'
import { ailments, disturbances, obstacles } from './push-obstacles.js'
import { brokenRules, type KnownRefusal, type PushRefusal } from './push-refusals.js'

export type { PushRefusal } from './push-refusals.js'

const raced: PushRefusal = {
  code: 'push-raced',
  meaning: 'somebody else pushed to the branch in the meantime',
  next: 'Run the upgrade again: it plans again from the newer commit. A lock file is never merged.'
}
const local: PushRefusal = {
  code: 'push-rejected',
  meaning: 'the pre-push hook of this repository failed before anything was sent',
  next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
}
const unreached: PushRefusal = {
  code: 'retry-later',
  meaning: 'the remote could not be reached',
  next: 'Check the network, then run the same command again.'
}
const unwell: PushRefusal = {
  code: 'retry-later',
  meaning: 'the remote is not well, or is being looked after',
  next: 'Look at the status page of the host, then run the same command again.'
}
const unknown: PushRefusal = {
  code: 'push-rejected',
  meaning: 'git failed with an unrecognised message',
  next: 'Read the details: they are the messages of git and the remote.'
}

/**
 * Explains what `git push --porcelain` printed. All broken rules of the remote are reported at once. An unrecognised
 * message is called unknown, and only a network failure is worth another try.
 */
export function explainPush(
  said: string,
  { pullRequest = false }: { readonly pullRequest?: boolean } = {}
): PushRefusal {
  // The relevant lines are at the end; a remote may print any amount.
  const text = lastCharacters(said, 20_000)
  if (/non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value/i.test(text)) return raced
  const broken = brokenRules.filter(({ pattern }) => pattern.test(text))
  if (broken.length > 0) {
    const tell = (part: (rule: KnownRefusal) => string): string => [...new Set(broken.map(part))].join('; ')
    return {
      code: 'push-rejected',
      meaning: tell((rule) => rule.meaning + named(rule, text)),
      next: [
        ...new Set(broken.map(({ next, inPullRequest }) => (pullRequest ? inPullRequest : undefined) ?? next))
      ].join(' ')
    }
  }
  if (ailments.test(text)) return unwell
  const obstacle = obstacles.find(({ pattern }) => pattern.test(text))
  if (obstacle) return { code: 'push-rejected', meaning: obstacle.meaning, next: obstacle.next }
  if (disturbances.test(text)) return unreached
  // git itself prints only this line if its own hook ends the push: neither the remote nor the connection has printed
  // anything.
  return text.includes('failed to push some refs') && !/^fatal:/m.test(text) ? local : unknown
}

/** The files that the remote names, at most five. */
function named({ names }: KnownRefusal, text: string): string {
  if (!names) return ''
  const found = [...new Set([...text.matchAll(names)].map(([, name = '']) => name))]
  return found.length === 0 ? '' : ` (${found.slice(0, 5).join(', ')})`
}
