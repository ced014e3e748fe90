import type { Finding } from '../../report/report.js'

/** Unreadable texts, as the last of the findings. */
export function unreadFinding(unread: readonly string[], rank: number): Finding {
  return {
    id: 'unread',
    rank,
    certainty: 'unknown',
    phase: null,
    deployment: null,
    at: null,
    title: 'Not everything could be read',
    source: 'this run',
    evidence: unread.join('\n'),
    meaning: 'The cause may be in the texts that could not be read.',
    next: 'Try again: magento-cloud-upgrade diagnose'
  }
}
