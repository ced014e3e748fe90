import { expect, test } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Packages whose modules are in the bundles of a folder, by their source maps. */
function bundled(folder: string): readonly string[] {
  const maps = readdirSync(folder).filter((name) => name.endsWith('.js.map'))
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly sources: readonly string[] }).sources
  )
  const names = sources.map((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))]
}

test.each(['dist', 'dist/verify', 'dist/diagnose', 'dist/cli'])(
  '%s names the license of all that it holds',
  (folder) => {
    const listed = new Set(
      [...readFileSync(join(folder, 'licenses.txt'), 'utf8').matchAll(/^(\S+) \d+\.\d+\.\d+\S*$/gm)].map(
        ([, name]) => name
      )
    )
    const packages = bundled(folder)
    expect(packages.length).toBeGreaterThan(20)
    expect(packages.filter((name) => !listed.has(name))).toEqual([])
  }
)
