// npm run test:contract: the contract of magento-cloud, on the stand-in and on a real command line if there is one:
// REAL_MAGENTO_CLOUD, magento-cloud on PATH, or the upstream program if Composer's repositories have it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

// The release that Adobe's build is closest to.
const upstream = ['platformsh/cli', '4.12.1']
const folder = resolve('.tmp', 'upstream-cli')

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((each) => each !== '')
  return folders.map((each) => join(each, 'magento-cloud')).find((file) => existsSync(file)) ?? null
}

function installed() {
  const program = join(folder, 'bin', 'platform')
  if (existsSync(join(folder, 'vendor', 'autoload.php'))) return program
  rmSync(folder, { recursive: true, force: true })
  mkdirSync('.tmp', { recursive: true })
  const how = ['--no-dev', '--no-interaction', '--no-progress', '--quiet', '--ignore-platform-reqs']
  const { status } = spawnSync('composer', ['create-project', ...how, upstream[0], folder, upstream[1]], {
    stdio: ['ignore', 'inherit', 'ignore']
  })
  return status === 0 && existsSync(program) ? program : null
}

const real = process.env['REAL_MAGENTO_CLOUD'] || onPath() || installed()
console.log(
  real
    ? `The contract is kept by the stand-in and by ${real}:`
    : `The stand-in alone: no magento-cloud on PATH, and Composer cannot install ${upstream.join(' ')} here. REAL_MAGENTO_CLOUD=<program or phar> adds it.`
)
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const env = { ...process.env, ...(real && { REAL_MAGENTO_CLOUD: real }) }
process.exit(
  spawnSync(process.execPath, [...node, '__tests__/contract', ...process.argv.slice(2)], { stdio: 'inherit', env })
    .status ?? 1
)
