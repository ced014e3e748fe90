import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createCatalog, type CatalogOptions } from './package-catalog.js'
import { manifestOf, zipRelease, type PackageRelease } from './package-release.js'

/**
 * What the repository answers to the right keys: `open` everything; `unauthorized` 401, `forbidden` 403, `not-found` 404 throughout;
 * `no-entitlement` a good index without any magento package. Missing or wrong keys are always answered with 401.
 */
export type RepositoryMode = 'open' | 'unauthorized' | 'forbidden' | 'not-found' | 'no-entitlement'

/** Size of the repository and, if they must be known ones, its keys. */
export interface PackageRepositoryOptions extends CatalogOptions {
  readonly username?: string
  readonly password?: string
  /** Port on loopback; a free one if omitted. */
  readonly port?: number
}

interface Answer {
  readonly status: number
  readonly type?: string
  readonly encoding?: string
  readonly body?: string | Uint8Array
}

/** A running Composer repository on loopback. */
export interface PackageRepository {
  /** URL of the repository without a trailing slash, e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  /** Host and port: the key below `http-basic` in Composer's credentials. */
  readonly host: string
  readonly username: string
  readonly password: string
  setMode(mode: RepositoryMode): void
  /** Lets `answer` reply in place of the repository if it returns true; null removes it. */
  intercept(answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | null): void
  /** How often the index of all packages was asked for. */
  indexRequests(): number
  /** Bytes of all answers so far. */
  bytesServed(): number
  stop(): Promise<void>
}

/** Serves the stand-in packages over HTTP with basic authentication. Archives are made when they are first asked for. */
export async function startPackageRepository(options: PackageRepositoryOptions = {}): Promise<PackageRepository> {
  const username = options.username ?? randomBytes(16).toString('hex')
  const password = options.password ?? randomBytes(16).toString('hex')
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const catalog = createCatalog(options)
  const archives = new Map<string, Uint8Array>()
  let mode: RepositoryMode = 'open'
  let intercepted: Parameters<PackageRepository['intercept']>[0] = null
  let served = 0
  let indexRequests = 0
  let index: Record<'all' | 'foreign', Uint8Array> | undefined

  const answer = (request: IncomingMessage): Answer => {
    if (request.headers.authorization !== expected || mode === 'unauthorized') return { status: 401 }
    if (mode === 'forbidden') return { status: 403 }
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const visible = (name: string): boolean => mode === 'open' || !name.startsWith('magento/')
    if (mode === 'not-found') return { status: 404 }
    if (path === '/packages.json') {
      indexRequests += 1
      index ??= {
        all: renderIndex(catalog, url, () => true),
        foreign: renderIndex(catalog, url, (name) => !name.startsWith('magento/'))
      }
      return {
        status: 200,
        type: 'application/json',
        encoding: 'gzip',
        body: mode === 'open' ? index.all : index.foreign
      }
    }
    const [, name = '', version = ''] = /^\/archives\/([^/]+\/[^/]+)\/(.+)\.zip$/.exec(path) ?? []
    const release = visible(name) ? catalog.get(name)?.find((candidate) => candidate.version === version) : undefined
    if (!release?.files) return { status: 404 }
    const archive = archives.get(path) ?? zipRelease(release)
    archives.set(path, archive)
    return { status: 200, type: 'application/zip', body: archive }
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (intercepted?.(request, response)) return
    const { status, type = 'application/json', encoding, body = refusal(status) } = answer(request)
    served += Buffer.byteLength(body)
    const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Magento repository"' } : {}
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      ...(encoding ? { 'content-encoding': encoding } : {}),
      ...challenge
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`
  const stop = async (): Promise<void> => {
    if (!server.listening) return
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  }
  const setMode = (next: RepositoryMode): void => {
    mode = next
  }
  const intercept: PackageRepository['intercept'] = (next) => {
    intercepted = next
  }
  return {
    ...{ url, host, username, password, setMode, intercept, stop },
    indexRequests: () => indexRequests,
    bytesServed: () => served
  }
}

function refusal(status: number): string {
  const messages: Readonly<Record<number, string>> = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' }
  return JSON.stringify({ status, message: messages[status] ?? '' })
}

/** All packages in one answer: one request instead of one for each of several hundred packages. */
function renderIndex(
  catalog: ReadonlyMap<string, readonly PackageRelease[]>,
  url: string,
  visible: (name: string) => boolean
): Uint8Array {
  const packages: Record<string, unknown> = {}
  for (const [name, releases] of catalog) {
    if (visible(name))
      packages[name] = Object.fromEntries(releases.map((release) => [release.version, describe(release, url)]))
  }
  return gzipSync(JSON.stringify({ packages }), { level: 1 })
}

function describe(release: PackageRelease, url: string): Record<string, unknown> {
  const manifest = manifestOf(release)
  if (!release.files) return { ...manifest }
  const reference = createHash('sha1').update(`${release.name}@${release.version}`).digest('hex')
  const archive = `${url}/archives/${release.name}/${release.version}.zip`
  return { ...manifest, dist: { type: 'zip', url: archive, reference, shasum: '' } }
}
