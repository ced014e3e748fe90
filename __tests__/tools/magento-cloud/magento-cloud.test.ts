import { afterAll, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { WantedApplication } from '../../../src/project/wanted-application.js'
import { Secret } from '../../../src/secrets/secret.js'
import { createMagentoCloud, type MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import type { CommandResult, RunCommand, RunOptions } from '../../../src/tools/process/command.js'

interface Answer extends Partial<CommandResult> {
  readonly to: string
}

interface Setting {
  readonly cloud: MagentoCloud
  readonly calls: { readonly argv: string; readonly options: RunOptions }[]
  readonly home: string
}

const wanted: WantedApplication | null = { name: 'mymagento', from: 'file' }
const folder = mkdtempSync(join(tmpdir(), 'magento-cloud-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The tool before a table of answers, used up from the top: a call that is not the next one in it fails. */
function cloudThatAnswers(answers: readonly Answer[], parentEnvironment = {}, app = wanted): Setting {
  const calls: Setting['calls'] = []
  const home = join(mkdtempSync(join(folder, 'case-')), 'state', 'home')
  const run: RunCommand = (argv, options) => {
    const answer = answers[calls.length]
    calls.push({ argv: argv.join(' '), options })
    if (answer?.to !== argv.slice(1).join(' ')) throw new Error(`unexpected call: ${argv.join(' ')}`)
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', timedOut: false, ...answer })
  }
  const token = new Secret('canary-token')
  const place = { home, project: 'abc123', environment: 'feature/x', app, retryPauseSeconds: 0 }
  return { cloud: createMagentoCloud({ run, parentEnvironment, token, ...place }), calls, home }
}

const curl = (path: string): string => `project:curl -p abc123 --fail --include ${path}`
const environmentPath = '/environments/feature%2Fx'
const healthy = { id: 'feature/x', type: 'development', status: 'active', head_commit: 'a'.repeat(40), _links: {} }

test('starts in a private folder that it creates, with the token in the environment alone', async () => {
  const { cloud, calls, home } = cloudThatAnswers([{ to: 'project:info -p abc123 id', stdout: 'abc123\n' }], {
    PATH: '/bin',
    MAGENTO_CLOUD_PROJECT: 'other',
    MAGENTO_CLOUD_BRANCH: 'other',
    MAGENTO_CLOUD_CLI_API_URL: 'http://127.0.0.1:1',
    MAGENTO_CLOUD_CLI_TOKEN: 'of the machine',
    MAGENTO_CLOUD_CLI_SESSION_ID: 'of the machine',
    MAGENTO_CLOUD_CLI_DEBUG: '1',
    INPUT_CLOUD_TOKEN: 'x'
  })
  await cloud.authenticate()
  expect(existsSync(home)).toBe(true)
  const { env = {}, cwd } = calls[0]?.options ?? {}
  expect(cwd).toBe(home)
  expect((env['MAGENTO_CLOUD_CLI_TOKEN'] as Secret).reveal()).toBe('canary-token')
  expect(Object.keys(env).sort()).toEqual(
    [
      'COLUMNS HOME MAGENTO_CLOUD_CLI_API_DISABLE_CREDENTIAL_HELPERS MAGENTO_CLOUD_CLI_API_URL',
      'MAGENTO_CLOUD_CLI_API_WRITE_USER_SSH_CONFIG MAGENTO_CLOUD_CLI_AUTO_LOAD_SSH_CERT MAGENTO_CLOUD_CLI_DISABLE_CACHE',
      'MAGENTO_CLOUD_CLI_HOME MAGENTO_CLOUD_CLI_NO_COLOR MAGENTO_CLOUD_CLI_NO_INTERACTION MAGENTO_CLOUD_CLI_TOKEN',
      'MAGENTO_CLOUD_CLI_UPDATES_CHECK NO_COLOR PATH TERM TZ'
    ].flatMap((line) => line.split(' '))
  )
  expect(calls.map(({ argv }) => argv).join()).not.toContain('canary')
})

test.each([
  ['bad-secret', 1, '\n  [RuntimeException]\n  The API token is invalid.\n'],
  ['bad-secret', 3, 'Not logged in'],
  ['preflight-failed', 1, '  Specified project not found: abc123  '],
  ['preflight-failed', 2, 'Could not determine the current project.'],
  ['preflight-failed', 6, '[PermissionDeniedException]'],
  ['preflight-failed', 127, 'not found'],
  ['preflight-failed', 255, 'PHP Fatal error:  Uncaught Error'],
  ['preflight-failed', 1, 'cURL error 60: SSL certificate problem: certificate verify failed'],
  ['interrupted', 130, '']
] as const)('%s for exit code %i, without a second try', async (code, exitCode, stderr) => {
  const { cloud, calls } = cloudThatAnswers([{ to: 'project:info -p abc123 id', exitCode, stderr }])
  await expect(cloud.authenticate()).rejects.toMatchObject({ code })
  expect(calls).toHaveLength(1)
})

test.each([
  [5, '[ConnectException] cURL error 6: Could not resolve host'],
  [1, '[ConnectException] cURL error 7: Connection refused'],
  // PHP without a curl of its own names no host.
  [1, '[ConnectException] Error creating resource: [message] fopen(): Passing null to parameter #3'],
  [255, '[ServerException] Server error response [url] x [status code] 502 [reason phrase] Bad Gateway'],
  [255, '[ClientException] Client error response [url] x [status code] 429 [reason phrase] Too Many Requests'],
  [
    200,
    '[RequestException] Unsuccessful response [url] x [status code] 200 [reason phrase] OK [extra] Non-JSON response body [body] <html>'
  ],
  [
    200,
    '[RequestException] Unsuccessful response [url] x [status code] 200 [reason phrase] OK [extra] Empty response body'
  ]
])('a read is tried four times for exit code %i (%s)', async (exitCode, stderr) => {
  const answer = { to: 'project:info -p abc123 id', exitCode, stderr }
  const { cloud, calls } = cloudThatAnswers([answer, answer, answer, answer])
  await expect(cloud.authenticate()).rejects.toMatchObject({ code: 'retry-later' })
  expect(calls).toHaveLength(4)
})

test('a gateway page, a cut-off answer and an error 503 are got over', async () => {
  const to = curl(environmentPath)
  const { cloud } = cloudThatAnswers([
    { to, stdout: '<html>Bad gateway</html>' },
    { to, stdout: '{"id":"feat' },
    { to, exitCode: 22, stderr: 'curl: (22) The requested URL returned error: 503' },
    { to, stdout: JSON.stringify(healthy) }
  ])
  await expect(cloud.environment()).resolves.toMatchObject({ status: 'active', headCommit: 'a'.repeat(40) })
})

test.each([
  [503, 'retry-later', 4],
  [429, 'retry-later', 4],
  [404, 'preflight-failed', 1],
  [403, 'preflight-failed', 1]
] as const)('the status %i that only its head on stdout tells is %s', async (status, code, tries) => {
  const stdout = `HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 ${status} \r\nage: 1\r\n\r\n`
  const answer = { to: curl(environmentPath), exitCode: 22, stdout }
  const { cloud, calls } = cloudThatAnswers([answer, answer, answer, answer])
  await expect(cloud.environment()).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/rejected|right|HTTP/)
  })
  expect(calls).toHaveLength(tries)
})

test.each([
  [6, 'retry-later', 4, /cannot be reached \(curl: 6\)/],
  [7, 'retry-later', 4, /cannot be reached/],
  [28, 'retry-later', 4, /cannot be reached/],
  [56, 'retry-later', 4, /cannot be reached/],
  [60, 'preflight-failed', 1, /certificate is not trusted/],
  [2, 'preflight-failed', 1, /curl of this machine is too old/],
  [127, 'preflight-failed', 1, /curl, which it needs, is missing/]
] as const)('the status %i of a curl that says nothing is %s', async (exitCode, code, tries, message) => {
  const answer = { to: curl(environmentPath), exitCode }
  const { cloud, calls } = cloudThatAnswers([answer, answer, answer, answer])
  await expect(cloud.environment()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  expect(calls).toHaveLength(tries)
})

describe('where the API asks for time', () => {
  const tooMany = (seconds: number): Answer => ({
    to: curl(environmentPath),
    exitCode: 22,
    stdout: `HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${seconds}\r\n\r\n`,
    stderr: 'curl: (22) The requested URL returned error: 429'
  })
  const head = 'HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 200 \r\nage: 1\r\n\r\n'

  test('a read waits for it', async () => {
    const { cloud } = cloudThatAnswers([
      tooMany(1),
      { to: curl(environmentPath), stdout: head + JSON.stringify(healthy) }
    ])
    const began = performance.now()
    await expect(cloud.environment()).resolves.toMatchObject({ status: 'active' })
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  test('a stop of the run ends that at once', async () => {
    const run: RunCommand = () =>
      Promise.resolve({ timedOut: false, ...tooMany(29), exitCode: 22, stderr: 'HTTP/2 429' }) as ReturnType<RunCommand>
    const signal = AbortSignal.timeout(10)
    const place = { home: join(folder, 'stopped'), project: 'p', environment: 'e', token: new Secret('t') }
    await expect(createMagentoCloud({ run, parentEnvironment: {}, signal, ...place }).api('/x')).rejects.toThrow(
      /abort/i
    )
  })

  test('for longer than a read is willing to wait, the seconds are thrown at once', async () => {
    const { cloud, calls } = cloudThatAnswers([tooMany(31)])
    await expect(cloud.environment()).rejects.toMatchObject({
      code: 'retry-later',
      retryAfterSeconds: 31,
      message: expect.stringContaining('HTTP 429, again in 31 s') as unknown
    })
    expect(calls).toHaveLength(1)
  })
})

test.each([
  ['preflight-failed', 404],
  ['preflight-failed', 403]
] as const)('%s for HTTP %i', async (code, status) => {
  const stderr = `curl: (22) The requested URL returned error: ${status}`
  const { cloud } = cloudThatAnswers([{ to: curl('/integrations'), exitCode: 22, stderr }])
  await expect(cloud.hasGitHubIntegration()).rejects.toMatchObject({ code })
})

test('dedicated nodes are known by their logins', async () => {
  const links = { 'pf:ssh:mymagento:1': { href: 'ssh://1.ent-abc123-production-vohbr3y@ssh.us-3.magento.cloud' } }
  const { cloud } = cloudThatAnswers([
    { to: curl(environmentPath), stdout: JSON.stringify(healthy) },
    { to: curl(environmentPath), stdout: JSON.stringify({ ...healthy, _links: links }) }
  ])
  expect((await cloud.environment()).dedicated).toBe(false)
  expect((await cloud.environment()).dedicated).toBe(true)
})

test('a variable counts on the environment or the project, unless it is switched off', async () => {
  const named = (more: object): string => JSON.stringify([{ name: 'ADMIN_EMAIL', ...more }])
  const onEnvironment = curl(`${environmentPath}/variables`)
  const { cloud } = cloudThatAnswers([
    { to: onEnvironment, stdout: named({ is_enabled: true }) },
    { to: onEnvironment, stdout: named({ is_enabled: false }) },
    { to: curl('/variables'), stdout: named({}) },
    { to: onEnvironment, stdout: '[]' },
    { to: curl('/variables'), stdout: '[{"name":"env:ADMIN_EMAIL"}]' }
  ])
  expect(await cloud.hasVariable('ADMIN_EMAIL')).toBe(true)
  expect(await cloud.hasVariable('ADMIN_EMAIL')).toBe(true)
  expect(await cloud.hasVariable('ADMIN_EMAIL')).toBe(false)
})

test('a variable is written once, and the redeployment that it starts is waited for', async () => {
  const to =
    'variable:create -p abc123 -e feature/x --level environment --name ADMIN_EMAIL --value=-a@example.com --sensitive false ' +
    '--visible-build false --visible-runtime true --json false --prefix none --enabled true --update --wait'
  const { cloud, calls } = cloudThatAnswers([{ to, exitCode: 255, stderr: '[ServerException] [status code] 500' }])
  await expect(cloud.setVariable('ADMIN_EMAIL', '-a@example.com')).rejects.toMatchObject({ code: 'retry-later' })
  expect(calls).toHaveLength(1)
  expect(calls[0]?.options.timeoutSeconds).toBe(3600)
})

test.each([
  ['inactive', 'preflight-failed', 'environment:activate'],
  ['paused', 'preflight-failed', 'environment:resume'],
  ['dirty', 'retry-later', 'later']
])('without logins, an environment that is %s ends as %s', async (status, code, next) => {
  const { cloud } = cloudThatAnswers([{ to: curl(environmentPath), stdout: JSON.stringify({ ...healthy, status }) }])
  await expect(cloud.sshHosts()).rejects.toMatchObject({ code, next: expect.stringContaining(next) as unknown })
})

test('gives the address of the application, and an inactive environment has none', async () => {
  const to = curl(`${environmentPath}/deployments/current`)
  const routes = {
    'https://example.com/': { type: 'upstream', upstream: 'blog:http', primary: true },
    'https://shop.example.com/': { type: 'upstream', upstream: 'mymagento:http', primary: false }
  }
  const { cloud } = cloudThatAnswers([
    { to, stdout: JSON.stringify({ id: 'current', routes }) },
    { to, exitCode: 22, stdout: 'HTTP/1.1 404 Not Found\r\n\r\n' },
    { to, stdout: '[]' },
    { to, exitCode: 22, stdout: 'HTTP/1.1 403 Forbidden\r\n\r\n' }
  ])
  expect(await cloud.primaryUrl()).toBe('https://shop.example.com/')
  expect(await cloud.primaryUrl()).toBeNull()
  expect(await cloud.primaryUrl()).toBeNull()
  await expect(cloud.primaryUrl()).rejects.toMatchObject({ code: 'preflight-failed' })
})

test.each([
  ['Application not found: shop', /no application shop/],
  ['Specifying the --app or --worker is required in non-interactive mode', /has several applications/]
])('a command that was given the wrong application says so: %s', async (stderr, message) => {
  const to = 'environment:logs -p abc123 -e feature/x --app mymagento deploy --lines 2'
  const { cloud } = cloudThatAnswers([{ to, exitCode: 1, stderr: `\n  [InvalidArgumentException]\n  ${stderr}  \n` }])
  await expect(cloud.log('deploy', 2)).rejects.toMatchObject({ code: 'preflight-failed', message })
})

test('the SSH identity is there or it is an error', async () => {
  const { cloud, home } = cloudThatAnswers([{ to: 'ssh-cert:load' }, { to: 'ssh-cert:load' }])
  await expect(cloud.sshIdentity()).rejects.toMatchObject({ code: 'retry-later' })
  const keyFile = join(home, '.magento-cloud/.session/sess-cli-default/ssh/id_ed25519')
  mkdirSync(dirname(keyFile), { recursive: true })
  writeFileSync(keyFile, '')
  writeFileSync(`${keyFile}-cert.pub`, '')
  expect(await cloud.sshIdentity()).toEqual({ keyFile, certificateFile: `${keyFile}-cert.pub` })
})

test('a dump flows through gzip into the file; its failure is a result, not an exception', async () => {
  const to = 'db:dump -p abc123 -e feature/x --app mymagento -r database --exclude-table=log_visitor --stdout'
  const { cloud, calls } = cloudThatAnswers([{ to, exitCode: 255, throughExitCode: 0, stderr: 'ssh: lost' }])
  expect(
    await cloud.dumpDatabase('/backups/x.gz', 'database', { exclude: ['log_visitor'], timeoutSeconds: 5 })
  ).toMatchObject({ exitCode: 255, throughExitCode: 0 })
  const stdoutTo = { file: '/backups/x.gz', through: ['gzip', '-3'] }
  expect(calls[0]?.options).toMatchObject({ timeoutSeconds: 5, stdoutTo })
})

test('logs are what stdout holds', async () => {
  const { cloud } = cloudThatAnswers([
    { to: 'activity:log act1 -p abc123 --refresh 0', stdout: 'Building\n', stderr: 'Activity ID: act1' },
    {
      to: 'environment:logs -p abc123 -e feature/x --app mymagento deploy --lines 20',
      stdout: 'Starting scenario(s)\n'
    }
  ])
  expect(await cloud.activityLog('act1')).toBe('Building\n')
  expect(await cloud.log('deploy', 20)).toBe('Starting scenario(s)\n')
})

test('the version, or null for a missing program', async () => {
  const { cloud } = cloudThatAnswers([
    { to: '--version', stdout: 'Magento Cloud CLI 1.46.1\n' },
    { to: '--version', exitCode: 127 }
  ])
  expect(await cloud.version()).toBe('1.46.1')
  expect(await cloud.version()).toBeNull()
})

test('an installed phar is run by PHP, which is named where it is missing', async () => {
  const argvs: string[] = []
  const run: RunCommand = (argv) => {
    argvs.push(argv.join(' '))
    return Promise.resolve({ exitCode: 127, stdout: '', stderr: 'not found', timedOut: false })
  }
  const place = { home: join(folder, 'phar-home'), project: 'abc123', environment: 'e', token: new Secret('t') }
  const cloud = createMagentoCloud({ run, parentEnvironment: {}, phar: '/private/magento-cloud.phar', ...place })
  await expect(cloud.authenticate()).rejects.toThrow(/PHP, which it needs, is missing/)
  expect(argvs).toEqual(['php /private/magento-cloud.phar project:info -p abc123 id'])
})
