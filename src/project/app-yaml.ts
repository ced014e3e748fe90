import { isMap, isScalar, type Document } from 'yaml'
import { z } from 'zod'
import { boundedYaml } from './bounded-yaml.js'
import { unusable } from './read-json.js'
import { oncePerText } from './once-per-text.js'

const text = z.union([z.string(), z.number().transform(String)])
const relationship = z.union([z.string(), z.looseObject({ service: z.string().optional() })])
// Packages by name, or the sections of a composer.json: `require` and `repositories`.
const phpDependencies = z.looseObject({
  require: z.record(z.string(), text).or(text).nullish(),
  'composer/composer': text.nullish()
})
const schema = z.looseObject({
  name: text.default('app'),
  type: z.string(),
  build: z.looseObject({ flavor: z.string().nullish() }).nullish(),
  dependencies: z.looseObject({ php: phpDependencies.nullish() }).nullish(),
  hooks: z.record(z.string(), z.string().nullish()).nullish(),
  runtime: z
    .looseObject({ extensions: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).nullish() })
    .nullish(),
  relationships: z.record(z.string(), relationship.nullish()).nullish()
})

/** The settings in `.magento.app.yaml`. */
interface AppYaml {
  readonly name: string
  /** `8.3` for `type: php:8.3`. */
  readonly php: string
  /** Constraint on Composer under `dependencies.php`, or below its `require`; null if there is none. */
  readonly composer: string | null
  /** `build.flavor`; `composer` stands for Composer 1. */
  readonly flavor: string | null
  readonly hooks: Readonly<Record<string, string>>
  readonly extensions: readonly string[]
  /** Relationship name to the name of its service: `{ database: 'mysql' }` for `database: "mysql:mysql"`. */
  readonly relationships: Readonly<Record<string, string>>
}

/** Versions to write to `.magento.app.yaml`; null leaves one unchanged. */
interface AppVersions {
  readonly php: string | null
  readonly composer: string | null
}

/**
 * Reads `.magento.app.yaml`; throws UpgradeError `preflight-failed` for broken YAML (with the line) and wrong types.
 */
export const readAppYaml = oncePerText((appYamlText): AppYaml => {
  const result = schema.safeParse(appDocument(appYamlText).toJS())
  const php = result.success ? /^php:([0-9]+\.[0-9]+)/.exec(result.data.type)?.[1] : undefined
  if (!result.success || php === undefined)
    throw unusable(
      '.magento.app.yaml does not declare a PHP application.',
      'Set type: php:VERSION in .magento.app.yaml.'
    )
  const { data } = result
  const relationships = Object.entries(data.relationships ?? {}).map(([name, value]) => [name, serviceOf(name, value)])
  return {
    name: data.name,
    php,
    composer: composerOf(data.dependencies?.php),
    flavor: data.build?.flavor ?? null,
    hooks: Object.fromEntries(Object.entries(data.hooks ?? {}).map(([name, hook]) => [name, hook ?? ''])),
    extensions: (data.runtime?.extensions ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.name)),
    relationships: Object.fromEntries(relationships) as Record<string, string>
  }
})

/** Writes the PHP and Composer versions, keeping comments and layout; `changes` says in words what was written. */
export function updateAppYaml(
  appYamlText: string,
  versions: AppVersions
): { readonly text: string; readonly changes: readonly string[] } {
  const document = appDocument(appYamlText)
  const edits: readonly (readonly [readonly string[], string | null])[] = [
    [['type'], versions.php === null ? null : `php:${versions.php}`],
    [composerPath(document), versions.composer]
  ]
  let changed = appYamlText
  const changes: string[] = []
  for (const [path, value] of edits) {
    if (value === null) continue
    const old: unknown = document.getIn(path)
    if (old === value) continue
    const inPlace = replaceScalar(changed, path, value)
    changed = inPlace ?? insert(changed, path, value)
    changes.push(`${path.join('.')}: ${isText(old) ? old : 'none'} -> ${value}`)
  }
  return { text: changed, changes }
}

function composerOf(php: z.infer<typeof phpDependencies> | null | undefined): string | null {
  const nested = typeof php?.require === 'object' ? php.require?.['composer/composer'] : undefined
  return php?.['composer/composer'] ?? nested ?? null
}

function composerPath(document: Document): readonly string[] {
  const sections = ['dependencies', 'php', 'require']
  const path = isMap(document.getIn(sections)) ? sections : sections.slice(0, 2)
  return [...path, 'composer/composer']
}

function replaceScalar(yamlText: string, path: readonly string[], value: string): string | null {
  const node = appDocument(yamlText).getIn(path, true)
  if (!isScalar(node) || !node.range) return null
  const [start, end] = node.range
  const [quote = ''] = /^["']/.exec(yamlText.slice(start, end)) ?? []
  return `${yamlText.slice(0, start)}${quote || quoteFor(value)}${value}${quote || quoteFor(value)}${yamlText.slice(end)}`
}

function quoteFor(value: string): string {
  return /^[a-z]+:[0-9.]+$/.test(value) ? '' : "'"
}

/** For a missing key the whole document is written again, which keeps comments but may move line breaks. */
function insert(yamlText: string, path: readonly string[], value: string): string {
  const document = appDocument(yamlText)
  for (let depth = 1; depth < path.length; depth += 1) {
    const parent = path.slice(0, depth)
    if (!isMap(document.getIn(parent))) document.setIn(parent, document.createNode({}))
  }
  document.setIn(path, value)
  return document.toString({ lineWidth: 0 })
}

function appDocument(yamlText: string): Document {
  const document = boundedYaml('.magento.app.yaml', yamlText)
  const [error] = document.errors
  if (!error) return document
  const line = error.linePos?.[0].line ?? 1
  throw unusable(`.magento.app.yaml is not valid YAML, line ${line}.`, `Fix .magento.app.yaml at line ${line}.`)
}

function serviceOf(name: string, value: z.infer<typeof relationship> | null | undefined): string {
  if (typeof value === 'string') return value.split(':')[0] ?? name
  return value?.service ?? name
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
