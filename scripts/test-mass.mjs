// npm run test:mass [-- WORD]: the seeded tests, or those with the word in their path, at their full size. In `npm test` they are smaller, so that it stays quick.
import { spawnSync } from 'node:child_process'

const sizes = [
  [{ MASS: '3000' }, ['__tests__/secrets/redact-evidence.test.ts']],
  [{ LINEAR: '10000000' }, ['__tests__/linear-time.test.ts']],
  [{ MASS: '10000000' }, ['__tests__/steps/diagnose/diagnose-texts.test.ts']],
  [{ MASS: '600' }, ['__tests__/project/product-version.test.ts']],
  [{ MASS: 'all' }, ['__tests__/steps/plan/find-all-blockers.test.ts']],
  [{ MASS: '10000' }, ['__tests__/tools/dump/dump-file.test.ts', '__tests__/commands/backups.test.ts']],
  [{ MASS: '10000' }, ['__tests__/steps/wait/histories.test.ts']],
  [{ MASS: '100' }, ['__tests__/helpers/gitignore-shapes.test.ts']],
  [{ MASS: '100' }, ['__tests__/integration/effects.test.ts']],
  [{ MASS: '100' }, ['__tests__/integration/backup-effects.test.ts']],
  [{ MASS: '20' }, ['__tests__/integration/platform-effects.test.ts']],
  [{ MASS: '1' }, ['__tests__/tools/dump/beside-dump.test.ts']],
  [{ MASS: '10000' }, ['__tests__/tools/dump/mutated-dumps.test.ts']],
  [{ MASS: '20' }, ['__tests__/canary/canary.test.ts']],
  [{ MASS: '50' }, ['__tests__/steps/lock/take-lock.test.ts']],
  [{ KILLS: '100' }, ['__tests__/e2e/backup.test.ts']],
  [{ KILLS: '100' }, ['__tests__/e2e/restore.test.ts']],
  [{ KILLS: '40' }, ['__tests__/e2e/resume.test.ts']]
]
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const [word = ''] = process.argv.slice(2)
const failed = sizes.filter(([sizeOf, files]) => {
  if (!files.some((file) => file.includes(word))) return false
  const env = { ...process.env, ...sizeOf }
  return spawnSync(process.execPath, [...jest, '--runInBand', ...files], { stdio: 'inherit', env }).status !== 0
})
process.exit(failed.length === 0 ? 0 : 1)
