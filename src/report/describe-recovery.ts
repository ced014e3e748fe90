import type { Recovery } from './report.js'

const outcomes = {
  reverted: 'The upgrade was taken back',
  failed: 'The upgrade could not be taken back',
  refused: 'Nothing was taken back'
} as const
const databases = {
  no: 'The database was not changed by the upgrade.',
  maybe: 'The upgrade may have changed the database, so that it is ahead of the code.',
  yes: 'The upgrade changed the database: it is ahead of the code.'
} as const

/** What was done to bring an environment back, in one or two sentences. */
export function describeRecovery({ outcome, reason, version, commit, databaseAhead }: Recovery): string {
  const what = outcome === 'reverted' ? `${outcomes.reverted} to ${version}` : outcomes[outcome]
  const by = commit === null ? '' : ` (commit ${commit.slice(0, 12)})`
  return `${what}${by}: ${reason.replace(/\.$/, '')}. ${databases[databaseAhead]}`
}
