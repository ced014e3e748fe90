// Runs the faults of the backup against our ways and against the plain script, and writes the table in docs/backups.md.
import { markdownTable, recordTests, writeBetween } from './record-table.mjs'

const recorded = recordTests({
  variable: 'FAULT_TABLE',
  runs: [
    [
      '__tests__/steps/backup/back-up-database.test.ts',
      '__tests__/steps/backup/backup-surroundings.test.ts',
      '__tests__/commands/backup.test.ts',
      '__tests__/e2e/backup.test.ts'
    ]
  ]
})
const outcomes = recorded
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .sort((a, b) => a.id.localeCompare(b.id, 'en') || a.fault.localeCompare(b.fault, 'en'))
const ways = ['cloud-dump', 'ssh-dump', 'ssh-dump to the runner', 'ece-dump'].filter((way) =>
  outcomes.some(({ ours }) => way in ours)
)
const plain = ({ plain: code, flaw }) =>
  `${code === 0 ? '**0**' : code}${flaw === undefined ? (code === 0 ? ': taken for a backup' : '') : `: ${flaw}`}`
const rows = outcomes.map((outcome) => [
  outcome.id,
  outcome.fault,
  ...ways.map((way) => outcome.ours[way] ?? ''),
  plain(outcome)
])
// If no good dump is possible, anything not refused counts as a good one.
const falsely = outcomes.filter(
  ({ plain: code, flaw, ours }) =>
    code === 0 && flaw === undefined && Object.values(ours).some((outcome) => !outcome.startsWith('backup-'))
).length
const taken = outcomes.filter(({ plain: code }) => code === 0).length
await writeBetween('docs/backups.md', 'faults', [
  ...markdownTable(['id', 'fault', ...ways, 'plain script, exit code'], rows),
  '',
  `False successes: ${falsely} of ${outcomes.length} for ours, ${taken} of ${outcomes.length} for the plain script.`
])
