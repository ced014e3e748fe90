// npm test: installs what the tests need, checks the sources, runs jest, and ends with the count of tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { makeMemoryFolder } from './memory-folder.mjs'

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
  '--maxWorkers=4',
  // The larger a worker is, the longer each process takes that it starts: with 1 GB 32 ms of the processor in place of 2.
  '--workerIdleMemoryLimit=400MB',
  '--json',
  `--outputFile=${results}`,
  ...process.argv.slice(2)
]
const memoryFolder = process.env.TMPDIR ? null : makeMemoryFolder()
if (memoryFolder !== null) process.env.TMPDIR = memoryFolder
const tests = run(...node, ...jest)
if (memoryFolder !== null) rmSync(memoryFolder, { recursive: true, force: true, maxRetries: 5 })
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 }
if (checks !== 0) console.log('The checks of the sources failed; their output stands above.')
const failed = numFailedTests + numRuntimeErrorTestSuites + (checks === 0 ? 0 : 1)
const count = `${numPassedTests} passed, ${failed} failed\n`
writeFileSync('.tmp/test-count', count)
process.stdout.write(count)
process.exit(checks || tests)
