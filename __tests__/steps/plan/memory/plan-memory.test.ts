import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRepositories } from '../../../../src/project/read-repositories.js'
import { openPlanMemory } from '../../../../src/steps/plan/memory/plan-memory.js'
import { createAskRepository } from '../../../../src/steps/plan/memory/proof.js'
import { createComposer } from '../../../../src/tools/composer/composer.js'
import { files } from '../../../../src/tools/files.js'
import { createFetch } from '../../../../src/tools/http/proxied-fetch.js'
import { createRunCommand } from '../../../../src/tools/process/run-command.js'
import type { SealedCache } from '../../../../src/tools/cache/sealed-cache.js'
import { startShapedRepository, type Releases, type ShapedRepository } from '../../../helpers/repository-shapes.js'

let folder: string
let kept: Map<string, string>
let repositories: ShapedRepository[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-memory-'))
  kept = new Map()
  composerVersion = '2.5.5'
  repositories = []
})
afterEach(async () => {
  await Promise.all(repositories.map((repository) => repository.stop()))
  rmSync(folder, { recursive: true, force: true })
})

let composerVersion = '2.5.5'
let now = Date.now()
const longAgo = (changes: number): Date => new Date(Date.UTC(2026, 0, 1) + changes * 3_600_000)
const cache: SealedCache = {
  read: (identity) => Promise.resolve(kept.get(identity) ?? null),
  write: (identity, text) => Promise.resolve(void kept.set(identity, text))
}

async function start(...args: Parameters<typeof startShapedRepository>): Promise<ShapedRepository> {
  const repository = await startShapedRepository(...args)
  repositories.push(repository)
  return repository
}

interface Outcome {
  readonly remembers: boolean
  /** Version of each locked package; null if nothing fits. */
  readonly locked: Readonly<Record<string, string>> | null
}

/** One plan: the real Composer resolves `require` in a home of its own, or the memory answers. */
async function resolve(require: Record<string, string>, more: object = {}): Promise<Outcome> {
  const home = mkdtempSync(join(folder, 'home-'))
  const project = join(folder, 'project')
  mkdirSync(project, { recursive: true })
  const list = repositories.map(({ url }) => ({ type: 'composer', url }))
  const root = {
    repositories: [...list, { 'packagist.org': false }],
    config: { 'secure-http': false },
    require,
    ...more
  }
  const composerJson = JSON.stringify(root)
  writeFileSync(join(project, 'composer.json'), composerJson)
  rmSync(join(project, 'composer.lock'), { force: true })
  const environment = { PATH: process.env['PATH'] }
  const composer = createComposer(createRunCommand(), { environment, home, securityBlocking: true })
  const memory = await openPlanMemory({
    composer,
    files,
    ask: createAskRepository(createFetch({}), () => ({})),
    cache: Promise.resolve(cache),
    composerVersion: Promise.resolve(composerVersion),
    php: Promise.resolve('8.2.0'),
    given: composerJson,
    repositories: readRepositories(composerJson) ?? [],
    cacheFolder: join(home, 'cache'),
    project: { composerJson, composerLock: '{}' },
    productName: 'shop/product',
    now: () => now
  })
  const args = ['update', '--no-install', '--no-progress', '--no-scripts', '--no-plugins']
  const { exitCode } = await memory.composer.run(project, args)
  await memory.keep()
  if (exitCode !== 0) return { remembers: memory.remembers, locked: null }
  const lock = JSON.parse(readFileSync(join(project, 'composer.lock'), 'utf8')) as {
    packages: { name: string; version: string }[]
  }
  return {
    remembers: memory.remembers,
    locked: Object.fromEntries(lock.packages.map(({ name, version }) => [name, version]))
  }
}

const shop: Releases = {
  'shop/product': {
    '1.0.0': { 'shop/module': '^1.0', php: '>=7.4' },
    '1.1.0': { 'shop/module': '^1.0', 'new/part': '^1.0' }
  },
  'shop/module': { '1.0.0': {}, '1.1.0': {} },
  'shop/unrelated': { '1.0.0': {} }
}
const product = { 'shop/product': '^1.0' }

test.each<[string, Parameters<typeof startShapedRepository>]>([
  ['its index', ['inline']],
  ['files whose hashes the index has', ['hashed']],
  ['included files', ['includes']],
  ['a file for each package, with the time of its change', ['metadata', { modified: longAgo }]],
  ['a file for each package, without a time', ['metadata']]
])('a repository with %s: the same is remembered, and every change is seen', async (_, args) => {
  const repository = await start(...args)
  repository.offer(shop)
  const locked = { 'shop/product': '1.0.0', 'shop/module': '1.1.0' }
  expect(await resolve(product)).toEqual({ remembers: false, locked })
  expect(await resolve(product)).toEqual({ remembers: true, locked })
  // A newer release of what was chosen.
  const newer = { ...shop, 'shop/module': { ...shop['shop/module'], '1.2.0': {} } }
  repository.offer(newer)
  const moved = { 'shop/product': '1.0.0', 'shop/module': '1.2.0' }
  expect(await resolve(product)).toEqual({ remembers: false, locked: moved })
  expect(await resolve(product)).toEqual({ remembers: true, locked: moved })
  // A package that was missing appears, and lets a newer release in.
  repository.offer({ ...newer, 'new/part': { '1.0.0': {} } })
  expect((await resolve(product)).locked).toEqual({ ...moved, 'shop/product': '1.1.0', 'new/part': '1.0.0' })
  // One that was chosen is withdrawn.
  repository.offer({ ...shop, 'new/part': { '1.0.0': {} } })
  expect((await resolve(product)).locked?.['shop/module']).toBe('1.1.0')
})

test('what has no solution is remembered, until it has one', async () => {
  const repository = await start('metadata', { modified: longAgo })
  repository.offer(shop)
  expect(await resolve({ 'shop/product': '^2.0' })).toEqual({ remembers: false, locked: null })
  expect(await resolve({ 'shop/product': '^2.0' })).toEqual({ remembers: true, locked: null })
  repository.offer({ ...shop, 'shop/product': { ...shop['shop/product'], '2.0.0': {} } })
  expect((await resolve({ 'shop/product': '^2.0' })).locked).toEqual({ 'shop/product': '2.0.0' })
})

test('only what could have an influence is asked for', async () => {
  const repository = await start('metadata', { modified: longAgo })
  repository.offer(shop)
  await resolve(product)
  repository.asked()
  expect((await resolve(product)).remembers).toBe(true)
  expect([...repository.asked()].sort()).toEqual([
    '/p2/new/part.json',
    '/p2/shop/module.json',
    '/p2/shop/product.json',
    '/packages.json'
  ])
})

test('a package that the first of two repositories has is not looked for in the second', async () => {
  const first = await start('hashed')
  first.offer({ 'shop/product': { '1.0.0': { 'shop/module': '^1.0' } } })
  const second = await start('metadata', { modified: longAgo })
  second.offer({ 'shop/product': { '1.9.0': {} }, 'shop/module': { '1.0.0': {} } })
  const found = { 'shop/product': '1.0.0', 'shop/module': '1.0.0' }
  expect(await resolve(product)).toEqual({ remembers: false, locked: found })
  expect(await resolve(product)).toEqual({ remembers: true, locked: found })
  second.offer({ 'shop/module': { '1.0.0': {}, '1.5.0': {} } })
  expect((await resolve(product)).locked).toEqual({ ...found, 'shop/module': '1.5.0' })
  first.offer({})
  expect((await resolve(product)).locked).toBeNull()
})

test('development versions are looked after where they count', async () => {
  const repository = await start('metadata', { modified: longAgo })
  repository.offer({ 'shop/product': { '1.0.0': {} }, 'shop/product~dev': {} })
  const dev = { 'minimum-stability': 'dev' }
  await resolve(product, dev)
  expect((await resolve(product, dev)).remembers).toBe(true)
  expect(repository.asked()).toContain('/p2/shop/product~dev.json')
})

test.each<[string, Parameters<typeof startShapedRepository>]>([
  ['it has no hashes and is of the old protocol', ['lazy-v1']],
  [
    'a file has changed just now, so that it may change again in the same second',
    ['metadata', { modified: () => new Date() }]
  ]
])('nothing is remembered of a repository where %s', async (_, args) => {
  const repository = await start(...args)
  repository.offer(shop)
  await resolve(product)
  expect(kept.size).toBe(0)
})

test.each([
  ['2.8.12', true],
  ['2.9.0', false],
  ['3.0.0', false]
])(
  'Composer %s: what a repository with advisories answered is remembered after ten minutes: %s',
  async (version, late) => {
    composerVersion = version
    const advisories = { metadata: true, 'api-url': '/advisories' }
    const repository = await start('metadata', { index: { 'security-advisories': advisories }, modified: longAgo })
    repository.offer(shop)
    const began = now
    const { locked } = await resolve(product)
    const at = async (minutes: number): Promise<Outcome> => {
      now = began + minutes * 60_000
      return resolve(product)
    }
    expect(await at(9)).toEqual({ remembers: true, locked })
    // A clock that was set back says nothing.
    expect((await at(-11)).remembers).toBe(late)
    // Asked again, and remembered from then on.
    expect((await at(-2)).remembers).toBe(true)
    expect((await at(11)).remembers).toBe(late)
    repository.offer({ ...shop, 'shop/module': { ...shop['shop/module'], '1.2.0': {} } })
    expect(await at(11)).toMatchObject({ remembers: false })
  }
)

test('what is kept and makes no sense is not used', async () => {
  const repository = await start('inline')
  repository.offer(shop)
  const { locked } = await resolve(product)
  for (const [identity, text] of [...kept]) {
    for (const wrong of [
      '',
      '[]',
      '{}',
      text.slice(0, -1),
      text.replace('"exitCode":0', '"exitCode":"0"'),
      text.replace('"calls":', '"other":')
    ]) {
      kept.set(identity, wrong)
      expect(await resolve(product)).toEqual({ remembers: false, locked })
    }
  }
})

test.each([
  ['a git repository', { type: 'vcs', url: 'https://git.example.com/a.git' }],
  ['a folder outside', { type: 'path', url: '../modules/*' }],
  ['an absolute folder', { type: 'artifact', url: '/srv/archives' }],
  ['headers of its own', { type: 'composer', url: 'https://a.example.com', options: { http: { header: ['X: y'] } } }],
  ['a token in its address', { type: 'composer', url: 'https://a.example.com?access_token=abc' }],
  ['files of the machine', { type: 'composer', url: 'file:///srv/satis' }]
])('a project with %s is not one of which anything can be proven', (_, repository) => {
  expect(readRepositories(JSON.stringify({ repositories: [repository] }))).toBeNull()
})

test('repositories in the order of composer.json, Packagist last unless it is off', () => {
  const own = { type: 'composer', url: 'https://user:word@a.example.com/' }
  const inside = { type: 'path', url: './packages/*' }
  const read = (section: unknown): unknown =>
    readRepositories(JSON.stringify({ repositories: section }))?.map(({ url, decides }) => [url, decides])
  const packagist = ['https://repo.packagist.org', true]
  expect(read([own, inside])).toEqual([['https://a.example.com/', true], packagist])
  expect(read({ a: { ...own, canonical: false }, 'packagist.org': false })).toEqual([['https://a.example.com/', false]])
  expect(read([{ packagist: false }])).toEqual([])
  expect(read(undefined)).toEqual([packagist])
  expect(readRepositories('{"config": {"policy": {}}}')).toBeNull()
})
