import { inline, prose } from '../markdown.js'
import type { OpenItems } from '../open-items.js'

/** The present and the supported versions as one table, with how to change each below it. */
export function comparisonTable(items: OpenItems['comparisons'], version: string): readonly string[] {
  if (items.length === 0) return []
  const rows = items.map(
    ({ comparison: { name, key, now, wanted } = none }) =>
      `| ${inline(name)} (\`${key.replaceAll(/[`|]/g, '')}\`) | ${inline(now)} | **${inline(wanted)}** |`
  )
  return ['', `| service | runs now | ${inline(version)} supports |`, '|---|---|---|', ...rows]
}

/** How to change each of them. */
export function comparisonSteps(items: OpenItems['comparisons']): readonly string[] {
  return items.map(({ comparison: { name, now } = none, fix }) => `- **${inline(name)} ${inline(now)}**: ${prose(fix)}`)
}

const none = { name: '', key: '', now: '', wanted: '' }
