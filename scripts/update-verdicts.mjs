// Runs the tests that reach verdicts, and writes what they ended with as the table in docs/verdicts.md. With the name of
// a file as its argument it writes what was recorded there, without a run (`VERDICT_TABLE=FILE npm run jest -- TEST`).
import { readFileSync } from 'node:fs'
import { markdownTable, recordTests, writeBetween } from './record-table.mjs'

const order = {
  wait: ['succeeded', 'degraded', 'failed', 'never-started', 'staged', 'superseded', 'unknown'],
  verify: ['healthy', 'unhealthy', 'wrong-version', 'unreachable'],
  recover: ['reverted', 'failed', 'refused'],
  begin: ['busy']
}
const titles = {
  wait: 'Waiting for the deployment',
  verify: 'Verifying the environment',
  recover: 'Taking an upgrade back (`recover: revert`)',
  begin: 'Before anything is done'
}
const tests = {
  variable: 'VERDICT_TABLE',
  runs: [
    [
      '__tests__/commands/upgrade/follow-deployment.test.ts',
      '__tests__/integration/verification-faults.test.ts',
      '__tests__/commands/upgrade/recover-environment.test.ts',
      '__tests__/steps/wait/verdicts.test.ts',
      '__tests__/steps/verify/verify-environment.test.ts',
      '__tests__/steps/lock/take-lock.test.ts'
    ],
    ['__tests__/commands/resume.test.ts', '-t', "somebody else's deployment"]
  ]
}
const [, , earlier] = process.argv
const recorded = earlier === undefined ? recordTests(tests) : readFileSync(earlier, 'utf8')
const cases = recorded
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
const rank = ({ step, verdict }) => order[step].indexOf(verdict)
const lines = Object.keys(order).flatMap((step) => {
  const rows = cases
    .filter((one) => one.step === step)
    .sort((a, b) => rank(a) - rank(b) || a.situation.localeCompare(b.situation, 'en'))
    .map(({ situation, verdict, exitCode, message, because }) => [situation, verdict, exitCode, message, because])
  const heads = ['situation', 'verdict', 'exit code', 'message', 'what it is put down to']
  return [`### ${titles[step]}`, '', ...markdownTable(heads, rows), '']
})
await writeBetween('docs/verdicts.md', 'verdicts', lines)
