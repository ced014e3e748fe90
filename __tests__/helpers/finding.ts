import type { Finding } from '../../src/report/report.js'

/** A finding as a report holds it, with what a test wants to be otherwise. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'x',
  rank: 1,
  certainty: 'sure',
  phase: 'deploy',
  deployment: null,
  at: null,
  title: 'setup:upgrade failed',
  source: 'var/log/cloud.log',
  evidence: 'first line\nsecond line',
  meaning: 'The database is half way.',
  next: 'Restore the backup.',
  ...more
})
