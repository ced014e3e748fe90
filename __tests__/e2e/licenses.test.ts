import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const packageOf = /node_modules\/((?:@[^/]+\/)?[^/\s]+)\//
const listedIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S*$/gm)].map(([, name = '']) => name)

test('the bundle names the license of the packages that it shows', () => {
  const folder = 'dist/bundle'
  const listed = listedIn(readFileSync(join(folder, 'licenses.txt'), 'utf8'))
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const shown = bundles.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/CONCATENATED MODULE: (\S+)/g)].map(
      ([, path = '']) => packageOf.exec(path)?.[1]
    )
  )
  const packages = [...new Set(shown.filter((name) => name !== undefined))]
  expect(packages.length).toBeGreaterThan(10)
  expect(packages.filter((name) => !listed.includes(name))).toEqual([])
})

test('packages of either kind are found in a bundle, as its source map tells', async () => {
  mkdirSync('.tmp', { recursive: true })
  const folder = mkdtempSync(resolve('.tmp', 'licenses-test-'))
  try {
    writeFileSync(join(folder, 'entry.js'), "import 'undici'\nexport * from 'p-retry'\nexport * from 'yaml'\n")
    const script = `const { default: ncc } = await import('@vercel/ncc')
      const { bundledPackages, licenseTexts } = await import('./scripts/bundled-licenses.mjs')
      const { map, stats } = await ncc(process.argv[1], { cache: false, sourceMap: true, quiet: true })
      console.log(JSON.stringify({ sources: JSON.parse(map).sources, texts: licenseTexts(bundledPackages(stats)) }))`
    const argv = ['--input-type=module', '--eval', script, join(folder, 'entry.js')]
    const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 2 ** 26 })
    const { sources, texts } = JSON.parse(stdout) as { sources: readonly string[]; texts: string }
    const inMap = sources.map((source) => packageOf.exec(source)?.[1]).filter((name) => name !== undefined)
    expect([...new Set(inMap)].sort()).toEqual([...listedIn(texts)].sort())
    expect(listedIn(texts)).toEqual(expect.arrayContaining(['undici', 'p-retry', 'yaml']))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
