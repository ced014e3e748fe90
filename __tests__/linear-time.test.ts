import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foreignTexts } from './helpers/foreign-texts.js'
import { readersOfTexts } from './helpers/readers-of-texts.js'

// Ten times the text may take so many times as long: the caches of a machine are small, and its memory is slow.
const most = 30
// Less processor time is not significant on a busy machine.
const floor = 0.03
// Quadratic time shows at the smallest size already; LINEAR=10000000 goes on from there to 1 and 10 MB, with all signs.
const isQuick = process.env['LINEAR'] === undefined
const smallest = isQuick ? 50_000 : 100_000
const largest = Number(process.env['LINEAR'] ?? smallest)
const mostWords = isQuick ? 4 : 24

// Folders whose modules are parts of one reader: its keywords are theirs.
const parts: Readonly<Record<string, string>> = {
  'secrets/redact-evidence': 'secrets/evidence',
  'secrets/secret-forms': 'secrets/forms',
  'steps/diagnose/explain/explain-failure': 'steps/diagnose/explain',
  'project/composer-failure': 'project/blockers',
  'steps/wait/failed-hooks': 'project/deployment-log',
  'tools/dump/sql-scan': 'tools/dump/sql-scan'
}

// The first two are the runs that most patterns can take in at many places.
const allSigns = [
  ' ',
  'a',
  '1',
  '\n',
  '\t',
  '"',
  "'",
  '\\',
  '[',
  '{"a":',
  '(',
  '<',
  ': ',
  '- ',
  'a/',
  'a@',
  'a: b\n',
  '::'
]
const signs = isQuick ? allSigns.slice(0, 2) : allSigns

const modulesOf = (folder: string): readonly string[] =>
  readdirSync(join('src', folder)).flatMap((name) => (name.endsWith('.ts') ? [`${folder}/${name.slice(0, -3)}`] : []))
const sourceOf = (name: string): string => readFileSync(`src/${name}.ts`, 'utf8')

/** What a module looks for, as the words of its patterns and texts: each almost, and all of them after one another. */
function keywords(name: string): readonly string[] {
  const folder = parts[name]
  const source = [name, ...(folder === undefined ? [] : modulesOf(folder))].map(sourceOf).join('\n')
  const code = source.replaceAll(/^\s*(?:\/\/|\/?\*|import ).*$/gm, '')
  const patterns = code.match(/\/(?:[^/\\\n*]|\\.)(?:[^/\\\n]|\\.)*\/[a-z]*|'(?:[^'\\\n]|\\.)+'/g) ?? []
  const found = patterns.flatMap(
    (one) => one.replaceAll(/\\[a-zA-Z]|\(\?[<=!:]+|\[[^\]]*\]/g, '|').match(/[A-Za-z][\w' .:=-]{2,}/g) ?? []
  )
  const words = [...new Set(found)]
  const step = Math.max(1, Math.ceil(words.length / mostWords))
  const some = words.filter((_, at) => at % step === 0)
  return [words.join(' '), words.join('\n'), ...some.map((word) => `${word} `), ...some.map((word) => `${word}\n`)]
}

// The end is what a pattern that takes in all of the rest does not wait for: it has to go back.
const fill = (seed: string, length: number): string =>
  `${seed.repeat(Math.ceil(length / seed.length)).slice(0, length)}!`

function seconds(call: () => unknown): number {
  const before = process.cpuUsage()
  try {
    call()
  } catch {
    // What is no text of its kind may be refused, but in time.
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** What takes more than {@link most} times as long for ten times the text, each of three times, in words. */
function tooSlow(read: (given: string) => unknown, seed: string): string | null {
  for (let length = smallest; length <= largest; length *= 10) {
    const measure = (): readonly [number, number] => {
      const big = seconds(() => read(fill(seed, length)))
      return [big < floor ? 0 : seconds(() => read(fill(seed, length / 10))), big]
    }
    const isSlow = ([small, big]: readonly [number, number]): boolean => big > Math.max(floor, most * small)
    const [first, ...others] = [0, 1, 2].reduce<(readonly [number, number])[]>(
      (measured) => (measured.every(isSlow) ? [...measured, measure()] : measured),
      []
    )
    if (first && [first, ...others].every(isSlow))
      return `${JSON.stringify(seed.slice(0, 60))}: ${first.join(' s, and ')} s for ${length} characters`
  }
  return null
}

const listed = Object.entries(foreignTexts)

test('every module that reads texts is in the table, and so is every function of it', async () => {
  const inParts = (name: string): boolean => Object.values(parts).some((folder) => name.startsWith(`${folder}/`))
  const readers = readersOfTexts().filter((name) => !inParts(name))
  for (const name of new Set([...readers, ...Object.keys(foreignTexts)])) {
    const exported = (await import(`../src/${name}.js`)) as Record<string, unknown>
    const functions = Object.keys(exported).filter((key) => typeof exported[key] === 'function')
    expect([name, ...Object.keys(foreignTexts[name] ?? {}).toSorted()]).toEqual([name, ...functions.toSorted()])
  }
})

test.each(listed.filter(([, readers]) => Object.values(readers).some((read) => typeof read !== 'string')))(
  '%s reads hostile texts in linear time',
  async (name, readers) => {
    const exported = (await import(`../src/${name}.js`)) as Record<string, never>
    const seeds = [...signs, ...keywords(name)]
    for (const [key, read] of Object.entries(readers)) {
      if (typeof read === 'string') continue
      const slow = seeds.flatMap((seed) => tooSlow((given) => read(exported[key] as never, given), seed) ?? [])
      expect([key, ...slow]).toEqual([key])
    }
  },
  3_600_000
)
