import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isolatedEnvironment } from '../sandbox/services/isolated-environment.js'
import { runProgram } from '../sandbox/services/run-program.js'
import type { Sandbox } from '../sandbox/sandbox-options.js'
import { startSandbox } from '../sandbox/start-sandbox.js'
import { upgrade } from '../src/commands/upgrade.js'
import { assumedWeight } from './bench-update.js'
import { buildArchives } from './build-archives.js'
import { documentedConstraint } from './documented-constraint.js'
import { measure, timeTable, type Measurement } from './measure.js'

/** The whole upgrade against the documented steps as one shell script, each on a sandbox of its own. */
export async function benchWhole(packages: number, databaseRows: number): Promise<string> {
  const size = { packages, databaseRows, ...assumedWeight }
  const none = (): number => 0
  let megabytes = 0
  const rows = [
    await onSandbox(size, (sandbox) => measure('this tool', none, () => ours(sandbox))),
    await onSandbox(size, async (sandbox) => {
      const measured = await measure('documented steps', none, () => documented(sandbox))
      megabytes = await sizeOfDump(sandbox)
      return measured
    })
  ]
  return timeTable(`Whole upgrade, ${packages} packages, a database of ${megabytes} MB as SQL`, rows)
}

async function sizeOfDump({ env, directory }: Sandbox): Promise<number> {
  const count = 'gzip -dc "$HOME/backup.sql.gz" | wc -c'
  const { stdout } = await runProgram(['bash', '-c', count], { cwd: directory, env })
  return Math.round(Number(stdout) / 1024 / 1024)
}

async function onSandbox(
  size: Parameters<typeof startSandbox>[0],
  task: (sandbox: Sandbox) => Promise<Measurement>
): Promise<Measurement> {
  const sandbox = await startSandbox(size)
  try {
    await prepare(sandbox)
    return await task(sandbox)
  } finally {
    await sandbox.stop()
  }
}

async function prepare(sandbox: Sandbox): Promise<void> {
  const { checkout, directory, env, credentials } = sandbox
  await buildArchives({
    directory: checkout,
    scratch: join(directory, 'scratch'),
    env: { ...env, ...(await platformOf(sandbox)), COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_NO_INTERACTION: '1' },
    username: credentials.composerUsername,
    password: credentials.composerPassword
  })
  await rm(join(directory, 'plain'), { recursive: true, force: true })
}

async function ours(sandbox: Sandbox): Promise<void> {
  const { credentials, projectId, environment, knownHosts, env, checkout } = sandbox
  const report = await upgrade(
    {
      workingDirectory: checkout,
      project: projectId,
      environment,
      knownHosts,
      cloudToken: credentials.cloudToken,
      composerUsername: credentials.composerUsername,
      composerPassword: credentials.composerPassword,
      vulnerableComposer: 'warn',
      target: '2.4.8'
    },
    { environment: env }
  )
  if (report.verdict !== 'upgraded') throw new Error(report.error?.message ?? report.verdict)
}

// The page's steps, one after the other; the dump is compressed on the way, as the page's readers do.
const script = `set -eu
magento-cloud db:dump -p "$PROJECT" -e "$ENVIRONMENT" -r database --stdout | gzip >"$HOME/backup.sql.gz"
composer install --no-progress --ignore-platform-reqs
composer remove magento/product-enterprise-edition --no-update
composer require '${documentedConstraint}' --no-update
composer update --no-progress
git add -A
git commit --quiet -m 'Upgrade'
git push --quiet origin "$ENVIRONMENT"
commit=$(git rev-parse HEAD)
until magento-cloud project:curl -p "$PROJECT" --fail "/environments/$ENVIRONMENT/activities?type=environment.push&state=complete&count=5" | grep -q "$commit"; do sleep 1; done
magento-cloud ssh -p "$PROJECT" -e "$ENVIRONMENT" -- php bin/magento --version
`

async function documented(sandbox: Sandbox): Promise<void> {
  const { composerUsername, composerPassword, cloudToken } = sandbox.credentials
  const host = new URL(sandbox.composerRepositoryUrl).host
  const auth = { 'http-basic': { [host]: { username: composerUsername, password: composerPassword } } }
  const platform = await platformOf(sandbox)
  const env = {
    ...sandbox.env,
    ...platform,
    COMPOSER_AUTH: JSON.stringify(auth),
    COMPOSER_ALLOW_SUPERUSER: '1',
    COMPOSER_NO_INTERACTION: '1',
    COMPOSER_NO_AUDIT: '1',
    MAGENTO_CLOUD_CLI_TOKEN: cloudToken,
    MAGENTO_CLOUD_CLI_NO_INTERACTION: '1',
    MAGENTO_CLOUD_CLI_HOME: sandbox.env['HOME'] ?? '',
    PROJECT: sandbox.projectId,
    ENVIRONMENT: sandbox.environment
  }
  const { stdout } = await runProgram(['bash', '-c', script], { cwd: sandbox.checkout, env })
  if (!stdout.includes('Magento CLI 2.4.8')) throw new Error(stdout)
}

/** A COMPOSER_HOME that resolves for the declared PHP, so that both ways resolve the same packages. */
async function platformOf(sandbox: Sandbox): Promise<Record<string, string>> {
  const { composerUsername: username, composerPassword: password } = sandbox.credentials
  const repository = { host: new URL(sandbox.composerRepositoryUrl).host, username, password }
  const env = await isolatedEnvironment({ directory: `${sandbox.directory}/plain`, repository, php: '8.3' })
  return { COMPOSER_HOME: env['COMPOSER_HOME'] ?? '', COMPOSER_CACHE_DIR: env['COMPOSER_CACHE_DIR'] ?? '' }
}
