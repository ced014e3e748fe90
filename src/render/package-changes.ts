import type { Plan } from '../report.js'

/** How many packages change, by kind, in words: `52 up, 1 added, 1 removed`. */
export function countChanges({ packageChanges }: Plan): string {
  const kinds = [
    ['up', 'up'],
    ['down', 'down'],
    ['added', 'added'],
    ['removed', 'removed'],
    ['same-version', 'with another archive']
  ] as const
  const counted = kinds.map(
    ([kind, words]) => [packageChanges.filter(({ change }) => change === kind).length, words] as const
  )
  return counted.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(', ') || 'none'
}
