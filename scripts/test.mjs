// npm test: installs what the tests need, checks the sources next to jest, and ends with the count of tests.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, freemem, setPriority } from 'node:os'
import { makeMemoryFolder } from './memory-folder.mjs'

const results = '.tmp/jest-results.json'
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1

const missing = run('scripts/install-requirements.mjs')
if (missing !== 0) process.exit(missing)
const checking = startChecks()
// Two checks and four workers take up to 6 GB together.
if (availableParallelism() === 1 || freemem() < 8 * 2 ** 30) await checking
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
const tests = await ended(spawn(process.execPath, [...node, ...jest], { stdio: 'inherit' }))
if (memoryFolder !== null) rmSync(memoryFolder, { recursive: true, force: true, maxRetries: 5 })
const { code: checks, output } = await checking
console.log(output)
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 }
if (checks !== 0) console.log('The checks of the sources failed; their output stands above.')
const failed = numFailedTests + numRuntimeErrorTestSuites + (checks === 0 ? 0 : 1)
const count = `${numPassedTests} passed, ${failed} failed\n`
writeFileSync('.tmp/test-count', count)
process.stdout.write(count)
process.exit(checks || tests)

function ended(child) {
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

/** The checks of the sources, for the time that the tests leave idle. Their output comes when the tests have ended. */
async function startChecks() {
  const child = spawn(process.execPath, ['scripts/check.mjs'], { stdio: ['ignore', 'pipe', 'pipe'] })
  setPriority(child.pid, 5)
  const chunks = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
  const code = await ended(child)
  return { code, output: Buffer.concat(chunks).toString('utf8') }
}
