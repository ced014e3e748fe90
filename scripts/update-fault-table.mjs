// Runs the faults of the backup against our ways and against a plain pipe, and writes the table in docs/backups.md.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'

const page = 'docs/backups.md'
const results = resolve('.tmp', 'fault-table.json')
mkdirSync('.tmp', { recursive: true })
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const { status } = spawnSync(process.execPath, [...jest, '__tests__/steps/back-up-database.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FAULT_TABLE: results }
})
if (status !== 0) process.exit(status ?? 1)

const outcomes = JSON.parse(readFileSync(results, 'utf8'))
const ways = Object.keys(outcomes[0].ours)
const line = (cells) => `| ${cells.join(' | ')} |`
const plain = (code) => (code === 0 ? '**0: taken for a backup**' : `${code}`)
const taken = outcomes.filter(({ plain: code }) => code === 0).length
const table = [
  line(['fault', ...ways, 'plain pipe, exit code']),
  line(['---', ...ways.map(() => '---'), '---']),
  ...outcomes.map(({ fault, ours, plain: code }) => line([fault, ...ways.map((way) => ours[way]), plain(code)])),
  '',
  `False successes: 0 of ${outcomes.length} for each of our ways, ${taken} of ${outcomes.length} for the plain pipe.`
]
const text = readFileSync(page, 'utf8')
const [before, rest] = text.split('<!-- faults:start -->')
const after = rest.split('<!-- faults:end -->')[1]
const next = `${before}<!-- faults:start -->\n\n${table.join('\n')}\n\n<!-- faults:end -->${after}`
writeFileSync(page, await format(next, { ...(await resolveConfig(page)), filepath: page }))
