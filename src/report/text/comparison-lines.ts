import type { OpenItems } from '../open-items.js'

type Comparison = OpenItems['comparisons'][number]

/** What runs against what the target supports: one line each, and below them how they are changed, each way once. */
export function comparisonLines(items: OpenItems['comparisons'], version: string): readonly string[] {
  const rows = items.map(({ comparison }) => ({
    key: comparison?.key ?? '',
    now: `${comparison?.name ?? ''} ${comparison?.now ?? ''}`,
    wanted: `${version} supports ${comparison?.wanted ?? ''}`
  }))
  const [keys, nows] = [longest(rows.map(({ key }) => key)), longest(rows.map(({ now }) => now))]
  return [
    ...rows.map(({ key, now, wanted }) => `! ${key.padEnd(keys)}   ${now.padEnd(nows)}   ${wanted}`),
    ...fixes(items).map((fix) => `  ${fix}`)
  ]
}

function longest(words: readonly string[]): number {
  return Math.max(0, ...words.map(({ length }) => length))
}

/** The ways to change them; those that differ only in the name of the service are one. */
function fixes(items: readonly Comparison[]): readonly string[] {
  const ways = new Map<string, readonly string[]>()
  for (const { comparison, fix } of items) {
    const key = comparison?.key ?? ''
    const parts = fix.split(key)
    const way = key !== '' && parts.length === 2 ? parts.join(gap) : fix
    ways.set(way, [...(ways.get(way) ?? []), key])
  }
  return [...ways].map(([way, keys]) => {
    const fix = way.replace(gap, () => keys.join(', '))
    return ways.size === 1 ? fix : `${keys.join(', ')}: ${fix}`
  })
}

// No text that is shown has it.
const gap = '\u0000'
