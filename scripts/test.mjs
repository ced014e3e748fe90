// npm test: installs what the tests need, checks the sources, runs jest, and ends with the count of tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const results = '.tmp/jest-results.json'
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1

const missing = run('scripts/install-requirements.mjs')
if (missing !== 0) process.exit(missing)
const checks = run('scripts/check.mjs')
mkdirSync('.tmp', { recursive: true })
rmSync(results, { force: true })
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
const jest = [
  'node_modules/jest/bin/jest.js',
  '--maxWorkers=2',
  '--json',
  `--outputFile=${results}`,
  ...process.argv.slice(2)
]
const tests = run(...node, ...jest)
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'))
if (checks !== 0) console.log('The checks of the sources failed; their output stands above.')
console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites + (checks === 0 ? 0 : 1)} failed`)
process.exit(checks || tests)
