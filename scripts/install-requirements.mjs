#!/usr/bin/env node
/**
 * Installs the programs that the sandbox and the tests run and that are missing here, from the distribution's packages.
 * Plain Node without dependencies: it runs before `npm install` and before anything is built.
 * Exit codes: 0 everything is there, 12 something is missing and cannot be installed here, 1 the installation failed.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptGet, holdServices, isDebian, privilege } from './apt-get.mjs'

const EXIT_CANNOT_INSTALL = 12
const phpExtensions = ['phar', 'json', 'mbstring', 'openssl', 'iconv', 'dom', 'simplexml', 'tokenizer', 'filter']

/** What is needed: how to see that it is there, the packages that bring it, and why it is needed. */
const requirements = [
  {
    name: 'PHP',
    found: () => hasPhp(),
    packages: ['php-cli', 'php-mbstring', 'php-xml', 'php-curl'],
    why: 'runs Composer and bin/magento'
  },
  {
    name: 'Composer 2',
    found: () => composerMajor >= 2,
    packages: ['composer'],
    why: 'resolves and installs the packages'
  },
  {
    name: 'unzip',
    found: () => hasProgram('unzip') || hasPhpZip(),
    packages: ['unzip'],
    why: 'unpacks what Composer downloads'
  },
  { name: 'git', found: () => hasProgram('git'), packages: ['git'], why: 'commits and pushes the upgrade' },
  { name: 'curl', found: () => hasProgram('curl'), packages: ['curl'], why: 'probes the storefront' },
  {
    name: 'MariaDB server',
    found: () => hasProgram('mariadbd', 'mysqld') && hasProgram('mariadb-install-db', 'mysql_install_db'),
    packages: ['mariadb-server'],
    why: 'is the database of the stand-in platform'
  },
  {
    name: 'MariaDB client',
    found: () => hasProgram('mariadb', 'mysql') && hasProgram('mariadb-dump', 'mysqldump'),
    packages: ['mariadb-client'],
    why: 'makes and proves the backup'
  },
  {
    name: 'OpenSSH server',
    found: () => hasProgram('sshd'),
    packages: ['openssh-server'],
    why: 'is the way into the stand-in platform'
  },
  {
    name: 'OpenSSH client',
    found: () => hasProgram('ssh') && hasProgram('ssh-keygen'),
    packages: ['openssh-client'],
    why: 'reaches the environment and makes keys'
  },
  { name: 'rsync', found: () => hasProgram('rsync'), packages: ['rsync'], why: 'copies media' },
  {
    name: 'age',
    found: () => hasProgram('age', 'age-keygen'),
    packages: ['age'],
    why: 'reads encrypted backups without us'
  }
]

function programPath(name) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      continue
    }
  }
  return undefined
}

function hasProgram(...names) {
  return names.some((name) => programPath(name) !== undefined)
}

/** What PHP and Composer say about themselves; filled by `probe`, both at the same time because each takes a moment to start. */
let php = { version: 0, extensions: [], opensUrls: false }
let composerMajor = 0

async function probe() {
  const code =
    'echo json_encode(["version" => PHP_VERSION_ID, "extensions" => array_map("strtolower", get_loaded_extensions()), "opensUrls" => (bool) ini_get("allow_url_fopen")]);'
  const [phpText, composerText] = await Promise.all([
    outputOf('php', ['-r', code]),
    outputOf('composer', ['--version', '--no-plugins', '--no-ansi'])
  ])
  try {
    php = JSON.parse(phpText)
  } catch {
    php = { version: 0, extensions: [], opensUrls: false }
  }
  composerMajor = Number(/Composer (?:version )?(\d+)\./.exec(composerText)?.[1] ?? 0)
}

/** A program's output, or nothing if it is missing or fails. */
function outputOf(program, argv) {
  return new Promise((resolve) => {
    const child = spawn(program, argv, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' }
    })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk.toString()))
    child.on('error', () => resolve(''))
    child.on('close', (status) => resolve(status === 0 ? text : ''))
  })
}

function hasPhp() {
  const { version, extensions, opensUrls } = php
  return (
    version >= 70400 &&
    phpExtensions.every((name) => extensions.includes(name)) &&
    (opensUrls || extensions.includes('curl'))
  )
}

function hasPhpZip() {
  return php.extensions.includes('zip')
}

async function missingRequirements() {
  await probe()
  return requirements.filter((requirement) => !requirement.found())
}

function packagesOf(missing) {
  return [...new Set(missing.flatMap(({ packages }) => packages))]
}

function explainMissing(missing) {
  const lines = missing.map(({ name, why }) => `  ${name}: ${why}`)
  const packages = packagesOf(missing).join(' ')
  const why = isDebian()
    ? 'They could not be installed from here: that needs root or sudo without a password.'
    : 'They are installed from here on Debian and Ubuntu only, where they come with the packages named below.'
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`
  process.stderr.write(
    `Missing on this machine:\n${lines.join('\n')}\n${why} Nothing was changed. As an administrator, run\n\n  ${command}\n\nand start again.\n`
  )
}

async function install(prefix, missing) {
  const started = Date.now()
  console.log('Installing what is missing from the packages of this distribution:')
  for (const { name, packages, why } of missing) console.log(`  ${packages.join(' ')} (${name}): ${why}`)
  const releaseServices = holdServices(prefix)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      releaseServices()
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
  }
  try {
    const argv = ['install', '-y', '--no-install-recommends', ...packagesOf(missing)]
    await aptGet(prefix, ['update', '-q'])
    if (!(await aptGet(prefix, argv))) return false
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s; no service was started.`)
    return true
  } finally {
    releaseServices()
  }
}

async function main() {
  const missing = await missingRequirements()
  if (missing.length === 0) return 0
  const prefix = privilege()
  if (!prefix) {
    explainMissing(missing)
    return EXIT_CANNOT_INSTALL
  }
  const installed = await install(prefix, missing)
  // Another run may have installed the same at the same time: only the present state counts.
  const still = await missingRequirements()
  if (still.length === 0) return 0
  process.stderr.write(
    `Still missing: ${still.map(({ name }) => name).join(', ')}.${installed ? '' : ' The packages could not be installed.'}\n`
  )
  process.stderr.write(`Try by hand: apt-get install ${packagesOf(still).join(' ')}\n`)
  return 1
}

process.exitCode = await main()
