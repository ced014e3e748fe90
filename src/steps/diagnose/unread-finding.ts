import type { Finding } from '../../report/report.js'

/** What could not be read, as the last of the findings. */
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
    meaning: 'The cause may stand in what is missing here.',
    next: 'Try again: magento-cloud-upgrade diagnose'
  }
}
