import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { UpgradeError } from '../../../src/errors.js'
import { resolvePackages } from '../../../src/steps/plan/resolve-packages.js'
import { createComposer } from '../../../src/tools/composer/composer.js'
import { files } from '../../../src/tools/files.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

type Packages = Readonly<Record<string, object>>
interface Scenario {
  readonly name: string
  readonly require: Readonly<Record<string, string>>
  readonly requireDev?: Readonly<Record<string, string>>
  readonly add: Packages
  readonly root?: object
  readonly platform?: object
  readonly stability?: string
  readonly advisories?: Readonly<Record<string, object[]>>
  readonly since?: string
  readonly also?: readonly string[]
  readonly expect: Record<'package' | 'way', string> & { readonly release: string | null; readonly or?: string }
}

const metapackage = 'magento/magento-cloud-metapackage'
const product = 'magento/product-enterprise-edition'
const { world, scenarios } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../project/recorded/blockers.json'), 'utf8')
) as { readonly world: Packages; readonly scenarios: readonly Scenario[] }
const few = [
  'an extension and a pin',
  'pin against an extension, newer',
  'extension newer beta only',
  'suite over a core',
  'absent below an extension'
]
const version = await createComposer(createRunCommand(), {
  environment: process.env,
  home: tmpdir(),
  securityBlocking: true
}).versions()
const blocks = Number(version?.composer.split('.')[1]) >= 9
const chosen = scenarios.filter(({ name, since }) =>
  process.env['MASS'] === undefined ? few.includes(name) : since === undefined || blocks
)

/** A Composer repository in a folder, with these packages in place of the world's. */
function writeRepository(folder: string, { add, advisories = {} }: Scenario): string {
  const packages = new Map<string, object[]>()
  for (const [key, manifest] of Object.entries({ ...world, ...add })) {
    const [name = '', release] = key.split(' ')
    packages.set(name, [...(packages.get(name) ?? []), { name, version: release, type: 'metapackage', ...manifest }])
  }
  for (const [name, releases] of packages) {
    const path = join(folder, 'p2', name)
    mkdirSync(dirname(path), { recursive: true })
    const body = { packages: { [name]: releases }, 'security-advisories': advisories[name] ?? [] }
    writeFileSync(`${path}.json`, JSON.stringify(body))
    writeFileSync(`${path}~dev.json`, JSON.stringify({ packages: { [name]: [] } }))
  }
  const index = {
    packages: [],
    'metadata-url': `file://${folder}/p2/%package%.json`,
    'available-packages': [...packages.keys()],
    'security-advisories': { metadata: true }
  }
  writeFileSync(join(folder, 'packages.json'), JSON.stringify(index))
  return `file://${folder}`
}

async function failure(scenario: Scenario, folder: string): Promise<UpgradeError> {
  const [repository, checkout, home] = ['repository', 'checkout', 'home'].map((name) => join(folder, name)) as [
    string,
    string,
    string
  ]
  for (const path of [repository, checkout, home]) mkdirSync(path, { recursive: true })
  const { [metapackage]: constraint = '>=2.4.8 <2.4.9', [product]: pin, ...require } = scenario.require
  const root = {
    name: 'magento/magento-cloud-template',
    version: '2.4.8',
    repositories: [{ 'packagist.org': false }, { type: 'composer', url: writeRepository(repository, scenario) }],
    require: { [metapackage]: '>=2.4.7 <2.4.8', ...require },
    ...(scenario.requireDev && { 'require-dev': scenario.requireDev }),
    ...(scenario.stability !== undefined && { 'minimum-stability': scenario.stability, 'prefer-stable': true }),
    ...scenario.root
  }
  const platform = scenario.platform ?? { php: '8.3.99', 'ext-intl': '8.3.99' }
  writeFileSync(join(home, 'config.json'), JSON.stringify({ config: { platform } }))
  const composer = createComposer(createRunCommand(), {
    environment: { PATH: process.env['PATH'] },
    home,
    securityBlocking: true
  })
  const composerJson = JSON.stringify(root, null, 4)
  const original = { composerJson, composerLock: '{"packages":[],"packages-dev":[]}' }
  const request = { folder: checkout, composerJson, constraint, productName: product, original }
  const asked = resolvePackages({ composer, files }, { ...request, productPin: pin ?? null, pinned: pin !== undefined })
  const error = await asked.then(
    () => new Error('nothing stands in the way'),
    (reason: unknown) => reason as UpgradeError
  )
  expect(readFileSync(join(checkout, 'composer.json'), 'utf8')).toBe(composerJson)
  return error as UpgradeError
}

test.each(chosen)('$name: Composer is asked who, which release, and the way out', async (scenario) => {
  const folder = mkdtempSync(join(tmpdir(), 'blockers-'))
  try {
    const { message, problems, next } = await failure(scenario, folder)
    const { package: name, or, release, way } = scenario.expect
    const first = message.split('\n')[0] ?? ''
    const own = problems.find((problem) => [name, or].some((known) => known && problem.message.includes(known)))
    expect(first).toMatch(new RegExp(or === undefined ? name : `${name}|${or}`))
    expect(own?.message).toContain(release ?? '')
    expect(`${message} ${next} ${own?.message ?? ''} ${own?.fix ?? ''}`).toMatch(new RegExp(way))
    for (const other of scenario.also ?? []) expect(first).toContain(other)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
