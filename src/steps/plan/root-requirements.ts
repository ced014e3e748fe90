import { removeAt, setAt, valueAt } from '../../project/json-edit.js'
import { parsed } from '../../project/read-json.js'

/** Root requirements to write: name to constraint, or null for removal. */
export type RequirementEdits = Readonly<Record<string, string | null>>

/**
 * composer.json with these requirements, byte for byte as `composer require` and `composer remove` write them; null if
 * only Composer itself can do it: requirements with another spelling, or in require-dev as well.
 */
export function editRequirements(text: string, edits: RequirementEdits): string | null {
  const root = parsed(text)
  if (!isObject(root) || !isObject(root['require'])) return null
  const [own, development] = [Object.keys(root['require']), Object.keys(root['require-dev'] ?? {})]
  const odd = Object.keys(edits).some(
    (name) =>
      own.some((other) => other !== name && other.toLowerCase() === name) ||
      development.some((other) => other.toLowerCase() === name)
  )
  if (odd) return null
  return Object.entries(edits).reduce((result, [name, constraint]) => {
    if (constraint === null) return removeAt(result, ['require', name])
    return sorted(setAt(result, ['require', name], constraint))
  }, text)
}

// Composer sorts when it adds or changes a requirement, and only then.
function sorted(text: string): string {
  if (valueAt(text, ['config', 'sort-packages']) !== true) return text
  const require = valueAt(text, ['require']) as Record<string, string>
  const entries = Object.entries(require).sort(([a], [b]) => compareNaturally(rank(a), rank(b)))
  return setAt(text, ['require'], Object.fromEntries(entries))
}

const platform =
  /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9].*|composer(?:-(?:plugin|runtime)-api)?)$/i

function rank(name: string): string {
  if (!platform.test(name)) return `5-${name}`
  const index = ['php', 'hhvm', 'ext', 'lib'].findIndex((prefix) => name.startsWith(prefix))
  return `${index === -1 ? 4 : index}-${name}`
}

/** The order of PHP's `strnatcmp`: digits count as numbers, letters by their code. */
function compareNaturally(a: string, b: string): number {
  const parts = (text: string): readonly string[] => text.match(/\d+|\D/g) ?? []
  const [left, right] = [parts(a), parts(b)]
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const [x, y] = [Number(part), Number(other)]
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y
    if (part !== other) return part < other ? -1 : 1
  }
  return left.length - right.length
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
