// Runs the faults of the backup against our ways and against a plain pipe, and writes the table in docs/backups.md.
import { markdownTable, recordTests, writeBetween } from './record-table.mjs'

const outcomes = JSON.parse(
  recordTests({ variable: 'FAULT_TABLE', runs: [['__tests__/steps/back-up-database.test.ts']] })
)
const ways = Object.keys(outcomes[0].ours)
const plain = (code) => (code === 0 ? '**0: taken for a backup**' : `${code}`)
const taken = outcomes.filter(({ plain: code }) => code === 0).length
await writeBetween('docs/backups.md', 'faults', [
  ...markdownTable(
    ['fault', ...ways, 'plain pipe, exit code'],
    outcomes.map(({ fault, ours, plain: code }) => [fault, ...ways.map((way) => ours[way]), plain(code)])
  ),
  '',
  `False successes: 0 of ${outcomes.length} for each of our ways, ${taken} of ${outcomes.length} for the plain pipe.`
])
