import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Lock {
  readonly packages: Record<
    string,
    { readonly dev?: boolean; readonly engines?: { readonly node?: string }; readonly hasInstallScript?: boolean }
  >
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, never> & {
  readonly engines: { readonly node: string }
  readonly allowScripts: Record<string, boolean>
  readonly repository: { readonly url: string }
  readonly scripts: Record<string, string>
}

/** Whether a range of versions takes one, for the forms that packages write. */
function takes(range: string, version: readonly number[]): boolean {
  return range.split('||').some((part) => {
    const forms = [...part.matchAll(/(>=|\^|~|<|)\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/g)]
    if (part.trim() === '*') return true
    return forms.length > 0 && forms.every((form) => fits(form, version))
  })
}
function fits([, sign, ...parts]: readonly (string | undefined)[], version: readonly number[]): boolean {
  const wanted = parts.map((part) => Number(part ?? 0))
  const order = compare(version, wanted)
  if (sign === '>=') return order >= 0
  if (sign === '<') return order < 0
  return order >= 0 && version[0] === wanted[0]
}
function compare(a: readonly number[], b: readonly number[]): number {
  return [0, 1, 2].map((index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}

test('every dependency runs on the oldest Node that engines promises, and on the newer lines', () => {
  expect(manifest.engines.node).toBe('>=20.19')
  const versions = [
    [20, 19, 0],
    [22, 15, 0],
    [24, 0, 0]
  ]
  const wrong = Object.entries(lock.packages).filter(
    ([, { dev, engines }]) =>
      dev !== true && engines?.node !== undefined && !versions.every((version) => takes(engines.node ?? '', version))
  )
  expect(wrong.map(([path, { engines }]) => `${path}: ${engines?.node ?? ''}`)).toEqual([])
  expect(takes('>=22', [20, 19, 0])).toBe(false)
})

test('no dependency runs a script at install', () => {
  const scripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
  for (const [path] of scripts)
    expect(manifest.allowScripts).toMatchObject({ [path.replace(/^.*node_modules\//, '')]: false })
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^strict-allow-scripts=true$/m)
})

test('the package says where it comes from, and builds before it is packed', () => {
  const { homepage, bugs, repository, scripts } = manifest
  expect([homepage, bugs, repository.url].every((value) => JSON.stringify(value).includes('github.com'))).toBe(true)
  expect(scripts['prepack']).toMatch(/build:lib/)
})

test('nobody is told to run a name on npm that is not ours', () => {
  const texts = execFileSync('git', ['ls-files', '*.md', 'src', 'docs', '.github'], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const wrong = texts.filter((path) =>
    /(npx|npm (install|i|exec)( -g| --global)?) (github:\S*)?magento-cloud-upgrade/.test(readFileSync(path, 'utf8'))
  )
  expect(wrong).toEqual([])
})

describe('pins of actions', () => {
  const findings = (text: string): string => {
    const script = `import { pinFindings } from './scripts/action-pins.mjs'; console.log(pinFindings('x', process.argv[1]).join('\\n'))`
    return execFileSync(process.execPath, ['--input-type=module', '--eval', script, '--', text], {
      encoding: 'utf8'
    }).trim()
  }
  const node24 = '3d3c42e5aac5ba805825da76410c181273ba90b1'
  test.each([
    ['- uses: actions/checkout@v7', /not pinned/],
    ['- uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683', /not the release of Node 24/],
    ['  uses: "somebody/else@11bd71901bbe5b1630ceea73d27597364c9af683"', /not in scripts/],
    ['- uses: magento-cloud-upgrade/magento-cloud-upgrade/verify@v0', /not pinned/],
    [`- uses: actions/checkout@${node24} # v7.0.1`, /^$/],
    ['- uses: ./', /^$/]
  ])('%s', (text, expected) => {
    expect(findings(text)).toMatch(expected)
  })
})
