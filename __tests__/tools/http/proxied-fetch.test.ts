import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { Secret } from '../../../src/secrets/secret.js'
import { createGitHub } from '../../../src/tools/github.js'
import { createProbe } from '../../../src/tools/http/http.js'
import { createFetch } from '../../../src/tools/http/proxied-fetch.js'
import { compileSources } from '../../helpers/as-ordinary-user.js'
import { downloadPhar } from '../../../src/tools/magento-cloud/download-phar.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { createClock } from '../../../src/tools/clock.js'
import { probeRepository } from '../../../src/tools/composer/composer-repository.js'

// A proxy as companies have them: absolute form for http, CONNECT for https, and a password.
const through: string[] = []
const expected = `Basic ${Buffer.from('user:pass').toString('base64')}`
const proxy = createServer((request, response) => {
  through.push(`${request.method ?? ''} ${request.url ?? ''}`)
  if (request.headers['proxy-authorization'] !== expected) {
    response.writeHead(407).end()
    return
  }
  void fetch(request.url ?? '', { headers: { authorization: request.headers.authorization ?? '' } }).then(
    async (answer) => response.writeHead(answer.status).end(await answer.text())
  )
})
proxy.on('connect', (request, socket) => {
  through.push(`CONNECT ${request.url ?? ''}`)
  const [host = '', port] = (request.url ?? '').split(':')
  const onward = connect(Number(port), host, () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    onward.pipe(socket).pipe(onward)
  })
  onward.on('error', () => socket.destroy())
  socket.on('error', () => onward.destroy())
})

const folder = mkdtempSync(join(tmpdir(), 'proxy-test-'))
const asked: string[] = []
const plain = createServer((request, response) => {
  asked.push(request.headers.authorization ?? '')
  response.end('{"private": true, "packages": []}')
})
let secure: Server
const origin = (server: { address(): unknown }, scheme: string, user = ''): string =>
  `${scheme}://${user}127.0.0.1:${(server.address() as AddressInfo).port}`
const start = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

beforeAll(async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2', '-nodes']
  const files = ['-keyout', key, '-out', cert]
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', ...subject, ...files],
    {
      stdio: 'ignore'
    }
  )
  secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end('secure')
  )
  await Promise.all([proxy, plain, secure].map(start))
})
afterAll(() => {
  for (const server of [proxy, plain, secure]) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  through.length = 0
  asked.length = 0
})

const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  HTTP_PROXY: origin(proxy, 'http', 'user:pass@'),
  HTTPS_PROXY: origin(proxy, 'http', 'user:pass@'),
  ...more
})

test('F84: http goes through the proxy in absolute form, https through CONNECT', async () => {
  const probe = createProbe(createFetch(environment()))
  expect(await probe(origin(plain, 'http'), { timeoutSeconds: 10 })).toMatchObject({ status: 200 })
  // The handshake is with the server behind the proxy: only that server has this certificate.
  const secured = await probe(origin(secure, 'https'), { timeoutSeconds: 10 })
  expect(secured).toMatchObject({ failure: expect.stringMatching(/self-signed/) })
  expect(through).toEqual([
    expect.stringMatching(new RegExp(`^GET ${origin(plain, 'http')}/\\?probe=`)),
    `CONNECT ${origin(secure, 'https').slice('https://'.length)}`
  ])
})

test('a certificate that NODE_EXTRA_CA_CERTS names is trusted behind the proxy', async () => {
  compileSources(folder)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const module = `
    import { createProbe } from './src/tools/http/http.js'
    import { createFetch } from './src/tools/http/proxied-fetch.js'
    const probe = createProbe(createFetch(process.env))
    console.log(JSON.stringify(await probe('${origin(secure, 'https')}', { timeoutSeconds: 10 })))`
  writeFileSync(join(folder, 'main.js'), module)
  const env = environment({ NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'), PATH: process.env['PATH'] ?? '' })
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.js')], { env })
  expect(JSON.parse(stdout)).toMatchObject({ status: 200, failure: null })
  expect(through).toEqual([`CONNECT ${origin(secure, 'https').slice('https://'.length)}`])
})

test('NO_PROXY leaves hosts out', async () => {
  const probe = createProbe(createFetch(environment({ NO_PROXY: '127.0.0.0/8' })))
  expect(await probe(origin(plain, 'http'), { timeoutSeconds: 10 })).toMatchObject({ status: 200 })
  expect(through).toEqual([])
})

test('a refusing proxy, and one that is not there, are no answer', async () => {
  const wrong = createProbe(createFetch({ HTTP_PROXY: origin(proxy, 'http', 'user:wrong@') }))
  const refused = await wrong(origin(plain, 'http'), { timeoutSeconds: 10 })
  expect(refused).toMatchObject({ status: null, failure: expect.stringContaining('407') })
  const missing = createProbe(createFetch({ HTTP_PROXY: 'http://127.0.0.1:9' }))
  expect(await missing(origin(plain, 'http'), { timeoutSeconds: 10 })).toMatchObject({ status: null })
  expect(JSON.stringify(refused)).not.toMatch(/wrong/)
})

test.each(['socks5', 'socks5h', 'SOCKS4'])('a proxy of the kind %s is refused in one sentence', async (scheme) => {
  const address = `${scheme}://user:s3cret-word@127.0.0.1:9`
  for (const variables of [{ ALL_PROXY: address }, { http_proxy: address }]) {
    const { failure } = await createProbe(createFetch(variables))(origin(plain, 'http'), { timeoutSeconds: 10 })
    expect(failure).toMatch(new RegExp(`^the environment names a proxy of the kind ${scheme}, .*NO_PROXY$`))
    expect(failure).not.toContain('s3cret')
  }
  const exempt = createProbe(createFetch({ ALL_PROXY: address, NO_PROXY: '127.0.0.1' }))
  expect(await exempt(origin(plain, 'http'), { timeoutSeconds: 10 })).toMatchObject({ status: 200 })
})

test.each(['http', 'https'] as const)('the program of the Cloud is downloaded through it, by %s', async (scheme) => {
  const server = scheme === 'http' ? plain : secure
  const release = { version: '1.47.0', sha256: '', url: `${origin(server, scheme)}/magento-cloud.phar` }
  const file = join(folder, `${scheme}.phar`)
  const proxied = environment({
    PATH: process.env['PATH'] ?? '',
    http_proxy: origin(proxy, 'http', 'user:pass@'),
    SSL_CERT_FILE: join(folder, 'cert.pem')
  })
  const download = { run: createRunCommand(), environment: proxied }
  await downloadPhar(download, release, file)
  expect(readFileSync(file, 'utf8')).toBe(scheme === 'http' ? '{"private": true, "packages": []}' : 'secure')
  expect(through).toEqual([expect.stringMatching(scheme === 'http' ? /^GET http:.*\.phar$/ : /^CONNECT 127/)])
  await downloadPhar({ ...download, environment: { ...proxied, NO_PROXY: '127.0.0.1' } }, release, `${file}.direct`)
  expect(through).toHaveLength(1)
})

test('the repository is asked through it, with its own keys', async () => {
  const tools = { fetch: createFetch(environment()), clock: createClock() }
  const answer = await probeRepository(tools, origin(plain, 'http'), { authorization: 'Basic keys' })
  expect(answer).toMatchObject({ status: 200, failure: null })
  expect(through).toEqual([`GET ${origin(plain, 'http')}/packages.json`])
  expect(asked).toEqual(['Basic keys'])
})

test('GitHub is asked through it', async () => {
  const access = { token: new Secret('token'), apiUrl: origin(plain, 'http'), fetch: createFetch(environment()) }
  await createGitHub(access)
    .isPublic({ owner: 'a', repo: 'b' })
    .catch(() => null)
  expect(through).toEqual([`GET ${origin(plain, 'http')}/repos/a/b`])
  expect(asked).toEqual(['token token'])
})

test('credentials of the address are used for its host, and not printed', async () => {
  const answer = await createProbe(fetch)(origin(plain, 'http', 'shop:s%40cret@'), { timeoutSeconds: 10 })
  expect(answer).toMatchObject({ status: 200 })
  expect(asked).toEqual([`Basic ${Buffer.from('shop:s@cret').toString('base64')}`])
  const failed = await createProbe(fetch)('http://shop:s%40cret@127.0.0.1:9/', { timeoutSeconds: 10 })
  expect(JSON.stringify(failed)).not.toMatch(/s%40cret|s@cret/)
})
