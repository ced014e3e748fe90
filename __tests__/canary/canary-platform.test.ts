import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { sshAccess, type SshAccess } from '../helpers/ssh-access.js'
import { inAllEncodings } from '../helpers/encodings.js'
import { findCanaries } from '../helpers/find-canaries.js'
import { makeCanary } from '../helpers/make-canary.js'
import { actionRecorded, filesBelow, type Recorded } from '../helpers/run-recorded.js'

// Secrets of the server that the run does not know: hidden if a log names their kind.
const person = makeCanary('token')
const server = {
  'the database password of a log': makeCanary(),
  'the crypt key': Buffer.from(makeCanary('token')).toString('hex'),
  'a customer': person,
  'an address of a customer': `${makeCanary('token')}@mail.example`
}
const php = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`
const serverLog = [
  `    'username' => 'shop', 'password' => ${php(server['the database password of a log'])},`,
  `define('DB_PASSWORD', ${php(server['the database password of a log'])});`,
  `MAGENTO_CLOUD_RELATIONSHIPS: {"database":[{"password":${JSON.stringify(server['the database password of a log'])}}]}`,
  `'crypt' => ['key' => '${server['the crypt key']}'],`,
  `Unable to send mail to ${server['an address of a customer']}`,
  `SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry '${person}-1' for key 'CUSTOMER_EMAIL'`,
  `query was: INSERT INTO \`customer_entity\` (\`firstname\`, \`email\`) VALUES ('${person}', '${server['an address of a customer']}')`
].join('\n')

let sandbox: Sandbox
let access: SshAccess
let canaries: Record<string, string>
let secrets: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox({})
  access = await sshAccess(sandbox)
  const { cloudToken, composerUsername, composerPassword, githubToken, databasePassword } = sandbox.credentials
  const inAuth = makeCanary()
  const inUrl = makeCanary()
  const known = {
    'cloud-token': cloudToken,
    'composer-username': composerUsername,
    'composer-password': composerPassword,
    'github-token': githubToken,
    'ssh-private-key': access.privateKey,
    'composer-auth': inAuth,
    'in storefront-url': inUrl
  }
  canaries = { ...known, ...server, 'the database password': databasePassword }
  secrets = {
    ...Object.fromEntries(Object.entries(known).filter(([name]) => !name.startsWith('in '))),
    'composer-auth': JSON.stringify({ bearer: { 'other.example': inAuth } }),
    'storefront-url': sandbox.storefrontUrl.replace('://', `://user:${encodeURIComponent(inUrl)}@`)
  }
  // The build of a deployment fails, and prints all that it knows.
  const leak = join(sandbox.directory, 'leak')
  writeFileSync(leak, `${inAllEncodings(Object.values(known))}\n${serverLog}\n`)
  writeFileSync(`${leak}.php`, `<?php readfile('${leak}'); exit(1);`)
  const path = join(sandbox.checkout, 'composer.json')
  const json = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  writeFileSync(path, JSON.stringify({ ...json, scripts: { 'post-install-cmd': [`@php ${leak}.php`] } }, null, 4))
  const git = (...args: string[]): Promise<unknown> =>
    runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })
  await git('commit', '--quiet', '--all', '--message', 'Print everything')
  await git('push', '--quiet', 'origin', 'integration')
  await sandbox.idle()
  const logs = join(sandbox.directory, 'environments', 'integration', 'mounts', 'var', 'log')
  mkdirSync(logs, { recursive: true })
  for (const name of ['exception.log', 'cloud.log', 'install_upgrade.log'])
    appendFileSync(join(logs, name), `${serverLog}\n${inAllEncodings(Object.values(known))}\n${serverLog}\n`)
})
afterAll(async () => {
  access.remove()
  await sandbox.stop()
})

const given = (more: Record<string, string> = {}): Record<string, string> => ({
  ...secrets,
  'working-directory': sandbox.checkout,
  project: sandbox.projectId,
  environment: sandbox.environment,
  'known-hosts': sandbox.knownHosts,
  ...more
})

/** What was found where; dumps are left out of what lies in the folder of backups. */
async function found({ sinks }: Recorded): Promise<Record<string, readonly string[]>> {
  const places = {
    ...sinks,
    stdout: sinks['stdout']?.replaceAll(/^::add-mask::.*$/gm, '') ?? '',
    ...filesBelow(join(sandbox.directory, 'backups')),
    ...filesBelow(join(sandbox.directory, 'user')),
    commits: (
      await runProgram(['git', 'log', '--all', '--format=raw', '--patch', '--text'], {
        cwd: sandbox.checkout,
        env: sandbox.env
      })
    ).stdout
  }
  const seen = Object.entries(places).map(([place, text]) => [place, findCanaries(text, canaries)] as const)
  return Object.fromEntries(seen.filter(([, names]) => names.length > 0))
}

const reportOf = ({ sinks }: Recorded): UpgradeReport => {
  const [, text = ''] = Object.entries(sinks).find(([place]) => place.endsWith('report.json')) ?? []
  return JSON.parse(text.slice(text.indexOf('\n'))) as UpgradeReport
}

test('a deployment whose log prints everything', async () => {
  const run = await actionRecorded(
    'upgrade',
    given({
      target: '2.4.8',
      branch: 'integration',
      'backup-directory': join(sandbox.directory, 'backups'),
      rehearsal: 'off',
      install: 'fast-without-scripts',
      'vulnerable-composer': 'warn',
      'activity-log': 'show',
      'composer-host': new URL(sandbox.composerRepositoryUrl).host
    }),
    { ...sandbox.env, GITHUB_REF_NAME: 'integration' }
  )
  const report = reportOf(run)
  expect([report.error?.code, report.backup?.problems]).toEqual(['deploy-failed', []])
  expect(run.sinks['stdout']).toContain('line 30: ***')
  expect(await found(run)).toEqual({})
})

test('a diagnosis of logs that hold everything', async () => {
  const run = await actionRecorded('diagnose', given(), sandbox.env)
  expect(reportOf(run).findings).not.toEqual([])
  expect(await found(run)).toEqual({})
})

test('a verification that finds another host key', async () => {
  const other = sandbox.knownHosts.replaceAll(/AAAA\S{40}/g, (key) => `${key.slice(0, -4)}abcd`)
  const run = await actionRecorded('verify', given({ 'known-hosts': other }), sandbox.env)
  expect(reportOf(run).error).not.toBeNull()
  expect(await found(run)).toEqual({})
})
