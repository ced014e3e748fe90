import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Package to versions to requirements. */
export type Releases = Record<string, Record<string, Record<string, string>>>

/** How the repository hands out its packages, as Composer's ComposerRepository knows them. */
export type Shape = 'inline' | 'hashed' | 'includes' | 'metadata' | 'lazy-v1'

/** A Composer repository of one shape whose releases can change. */
export interface ShapedRepository {
  readonly url: string
  readonly host: string
  /** Replaces all releases; what differs has just changed. */
  offer(releases: Releases): void
  /** Paths that were asked for since the last call. */
  asked(): readonly string[]
  stop(): Promise<void>
}

interface Answer {
  readonly body: string
  readonly modified?: Date | undefined
}

/** Starts one on loopback; `modified` is when a file last changed, if the repository reports that. */
export async function startShapedRepository(
  shape: Shape,
  { index = {}, modified }: { readonly index?: object; readonly modified?: (changes: number) => Date } = {}
): Promise<ShapedRepository> {
  let releases: Releases = {}
  const changes = new Map<string, number>()
  const paths: string[] = []
  const answer = (path: string): Answer | null => {
    const found = pages(shape, releases, index).get(path)
    const name = Object.keys(releases).find((known) => path.includes(known)) ?? ''
    return found === undefined ? null : { body: found, modified: modified?.(changes.get(name) ?? 0) }
  }
  const server = createServer((request: IncomingMessage, response) => {
    const path = decodeURIComponent(request.url ?? '')
    paths.push(path)
    const found = answer(path)
    if (found === null) return void response.writeHead(404).end('{}')
    const time = found.modified?.toUTCString()
    if (time !== undefined && request.headers['if-modified-since'] === time) return void response.writeHead(304).end()
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(time !== undefined && { 'last-modified': time })
    })
    response.end(found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    offer: (next) => {
      for (const name of new Set([...Object.keys(releases), ...Object.keys(next)]))
        if (JSON.stringify(releases[name]) !== JSON.stringify(next[name]))
          changes.set(name, (changes.get(name) ?? -1) + 1)
      releases = next
    },
    asked: () => paths.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

function pages(shape: Shape, releases: Releases, more: object): ReadonlyMap<string, string> {
  let uid = 0
  const packages = Object.fromEntries(
    Object.entries(releases).map(([name, versions]) => [
      name,
      Object.fromEntries(
        Object.entries(versions).map(([version, require]) => [
          version,
          { name, version, type: 'metapackage', require, uid: (uid += 1) }
        ])
      )
    ])
  )
  const file = (name: string): string => JSON.stringify({ packages: { [name]: packages[name] } })
  const names = Object.keys(packages)
  const index = (content: object): [string, string] => ['/packages.json', JSON.stringify({ ...content, ...more })]
  switch (shape) {
    case 'inline':
      return new Map([index({ packages })])
    case 'includes': {
      const all = JSON.stringify({ packages })
      const name = `include/all$${hash('sha1', all)}.json`
      return new Map([index({ packages: [], includes: { [name]: { sha1: hash('sha1', all) } } }), [`/${name}`, all]])
    }
    case 'hashed': {
      const providers = Object.fromEntries(names.map((name) => [name, { sha256: hash('sha256', file(name)) }]))
      const listing = JSON.stringify({ providers })
      return new Map([
        index({
          packages: [],
          'providers-url': '/p/%package%$%hash%.json',
          'provider-includes': { 'p/all$%hash%.json': { sha256: hash('sha256', listing) } }
        }),
        [`/p/all$${hash('sha256', listing)}.json`, listing],
        ...names.map((name): [string, string] => [`/p/${name}$${hash('sha256', file(name))}.json`, file(name)])
      ])
    }
    case 'metadata':
      return new Map([
        index({ packages: [], 'metadata-url': '/p2/%package%.json' }),
        ...names.map((name): [string, string] => [
          `/p2/${name}.json`,
          JSON.stringify({ packages: { [name]: Object.values(packages[name] ?? {}) } })
        ])
      ])
    case 'lazy-v1':
      return new Map([
        index({ packages: [], 'providers-lazy-url': '/p/%package%.json' }),
        ...names.map((name): [string, string] => [`/p/${name}.json`, file(name)])
      ])
  }
}

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}
