import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CliRelease } from '../../../src/tools/magento-cloud/cli-release.js'
import { Secret } from '../../../src/secrets/secret.js'
import { createMagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import { installPhar } from '../../../src/tools/magento-cloud/install-phar.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import type { RunCommand } from '../../../src/tools/process/command.js'

const folder = mkdtempSync(join(tmpdir(), 'cli-install-'))
const asked: string[] = []
let content: Buffer
let url: string

const answers: Record<string, (response: ServerResponse) => void> = {
  '/good': (response) => response.end(content),
  '/moved': (response) => response.writeHead(302, { location: '/good' }).end(),
  '/downgraded': (response) => response.writeHead(302, { location: 'ftp://127.0.0.1/good' }).end(),
  '/other': (response) => response.end('<?php echo "somebody else";'),
  '/page': (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Log in</html>'),
  '/truncated': (response) => {
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, 100), () => response.destroy())
  },
  '/recovers': (response) =>
    asked.length > 1 ? response.end(content) : response.writeHead(503, { 'retry-after': '1' }).end()
}
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://localhost')
  asked.push(pathname)
  const answer = answers[pathname]
  if (answer) answer(response)
  else response.writeHead(404).end('not here')
})

beforeAll(async () => {
  // A real phar, as the released one is, by the real PHP.
  const phar = join(folder, 'made.phar')
  const build = `$p = new Phar($argv[1]); $p['cli.php'] = '<?php echo "Magento Cloud CLI 1.47.0\\n";'; $p->setStub("#!/usr/bin/env php\\n<?php Phar::mapPhar('cli'); require 'phar://cli/cli.php'; __HALT_COMPILER();");`
  execFileSync('php', ['-d', 'phar.readonly=0', '-r', build, phar])
  content = readFileSync(phar)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Machine {
  readonly environment: Record<string, string>
  readonly cached: string
  readonly log: string[]
  install(path: string, more?: { environment?: Record<string, string>; run?: RunCommand }): Promise<string>
}

let machine: Machine
beforeEach(() => {
  asked.length = 0
  const root = mkdtempSync(join(folder, 'case-'))
  const environment = {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TOOL_CACHE: join(root, 'tools'),
    HOME: join(root, 'user')
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  const log: string[] = []
  const add = (line: string): void => void log.push(line)
  machine = {
    environment,
    cached: join(root, 'tools', 'magento-cloud', '1.47.0', `${sha256}.phar`),
    log,
    install: (path, { environment: other = environment, run = createRunCommand() } = {}) => {
      const release: CliRelease = { version: '1.47.0', sha256, url: url + path }
      const logger = { debug: add, info: add, warn: add, error: add }
      return installPhar({ run, environment: other, folder: mkdtempSync(join(root, 'run-')), logger }, release)
    }
  }
})

test('downloads, checks, keeps privately, and runs with PHP', async () => {
  const phar = await machine.install('/moved')
  expect(asked).toEqual(['/moved', '/good'])
  expect(readFileSync(machine.cached).equals(content)).toBe(true)
  expect(statSync(machine.cached).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(machine.cached)).mode & 0o777).toBe(0o700)
  expect(readdirSync(dirname(machine.cached))).toHaveLength(1)
  const place = { home: join(dirname(phar), 'home'), project: 'p', environment: 'e', token: new Secret('t') }
  const cloud = createMagentoCloud({ run: createRunCommand(), parentEnvironment: machine.environment, phar, ...place })
  expect([cloud.program, await cloud.version()]).toEqual(['php', '1.47.0'])
})

test('a second run takes it from the cache; a file that was changed there is noticed and replaced', async () => {
  await machine.install('/good')
  await machine.install('/good')
  expect(asked).toEqual(['/good'])
  writeFileSync(machine.cached, content.subarray(0, 50))
  expect(readFileSync(await machine.install('/good')).equals(content)).toBe(true)
  expect(asked).toEqual(['/good', '/good'])
  expect(machine.log.join('\n')).toContain('has changed since it was stored')
  expect(readFileSync(machine.cached).equals(content)).toBe(true)
})

test('two at once both get it whole', async () => {
  const phars = await Promise.all([machine.install('/good'), machine.install('/good')])
  for (const phar of [...phars, machine.cached]) expect(readFileSync(phar).equals(content)).toBe(true)
  expect(readdirSync(dirname(machine.cached))).toHaveLength(1)
})

test.each([
  ['/other', 'preflight-failed', /checksum [0-9a-f]{64} instead of [0-9a-f]{64}/],
  ['/truncated', 'retry-later', /curl: \(18\)/],
  ['/missing?signature=canary', 'preflight-failed', /HTTP 404/],
  ['/page', 'preflight-failed', /web page/],
  ['/downgraded', 'preflight-failed', /not https/]
] as const)('%s is refused, said in full, and never run or kept', async (path, code, told) => {
  const failed = await machine.install(path).then(
    () => null,
    (error: unknown) => error as Error & { code: string; unchanged: string; next: string }
  )
  expect(failed?.code).toBe(code)
  expect(failed?.message).toMatch(told)
  expect(failed?.message).toContain(`${url}/`)
  expect(failed?.message).not.toContain('canary')
  expect(failed?.message).toContain('neither run nor kept')
  expect(failed?.next).not.toBe('')
  expect(() => statSync(machine.cached)).toThrow(/ENOENT/)
})

test('from https nothing leads away to http, and no curlrc of the user is read', async () => {
  const calls: (readonly string[])[] = []
  const run: RunCommand = (argv) => {
    calls.push(argv)
    return Promise.resolve({ exitCode: 1, stdout: '000 ', stderr: '', timedOut: false })
  }
  const release = { version: '1.47.0', sha256: '0'.repeat(64), url: 'https://mirror.example/cli.phar' }
  const logger = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 }
  await expect(installPhar({ run, environment: {}, folder, logger }, release)).rejects.toThrow(/not https/)
  expect(calls[0]?.slice(0, 2)).toEqual(['curl', '--disable'])
  expect(calls[0]?.join(' ')).toContain(' --proto =https ')
})

test('a server that recovers is asked again', async () => {
  await machine.install('/recovers')
  expect(asked).toEqual(['/recovers', '/recovers'])
})

test('no server and no curl are told apart', async () => {
  const { RUNNER_TOOL_CACHE: tools = '', HOME: home = '' } = machine.environment
  await expect(machine.install('/good', { environment: { PATH: '/nowhere', HOME: home } })).rejects.toThrow(
    /needs curl/
  )
  const release = { version: '1.47.0', sha256: '0'.repeat(64), url: 'http://127.0.0.1:1/' }
  const logger = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 }
  const input = { run: createRunCommand(), environment: machine.environment, folder: dirname(tools), logger }
  await expect(installPhar(input, release)).rejects.toMatchObject({ code: 'retry-later' })
})

test('a cache that cannot be written is a warning; the user has one beside the runner', async () => {
  const { PATH = '', HOME = '' } = machine.environment
  mkdirSync(HOME)
  await machine.install('/good', { environment: { PATH, HOME } })
  expect(readdirSync(join(HOME, '.cache/magento-cloud-upgrade/magento-cloud'))).toEqual(['1.47.0'])
  const blocked = join(HOME, 'file')
  writeFileSync(blocked, '')
  const phar = await machine.install('/good', { environment: { PATH, RUNNER_TOOL_CACHE: blocked } })
  expect(readFileSync(phar).equals(content)).toBe(true)
  expect(machine.log.at(-1)).toContain('could not be stored')
})
