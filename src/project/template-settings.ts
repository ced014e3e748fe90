import { boundedYaml } from './bounded-yaml.js'
import { readPhpSettings } from './php-settings.js'
import { parsed } from './read-json.js'
import type { TemplateFile, TemplateValue } from './template-history.js'

/** The project's own files, as text; null for one that is missing. */
export type TemplateFiles = Readonly<Record<TemplateFile, string | null>>

/** A project's values for the settings of the template. */
export interface TemplateSettings {
  /** The value there; null if there is none, undefined if it is not a single value. */
  valueAt(file: TemplateFile, path: readonly string[]): TemplateValue | undefined
  /** Whether a list, or a text of several lines, has this entry. */
  hasItem(file: TemplateFile, path: readonly string[], item: string): boolean
  /** Whether a service, or a relationship to one, at this path in the template has another name here. */
  isNamedOtherwise(file: TemplateFile, path: readonly string[]): boolean
}

// The only service whose name in the template is not its type.
const kinds: Readonly<Record<string, string>> = { cache: 'valkey' }

const readers: Readonly<Record<TemplateFile, (text: string) => unknown>> = {
  'composer.json': parsed,
  '.gitignore': (text) => text.replace(/^\uFEFF/, ''),
  '.magento.app.yaml': (text) => boundedYaml('.magento.app.yaml', text).toJS() as unknown,
  '.magento/services.yaml': (text) => boundedYaml('.magento/services.yaml', text).toJS() as unknown,
  'php.ini': readPhpSettings
}

/** Reads the files of a project for {@link TemplateSettings}; throws UpgradeError as the readers of YAML do. */
export function readTemplateSettings(files: TemplateFiles): TemplateSettings {
  const contents = Object.entries(readers).map(([file, read]) => {
    const text = files[file as TemplateFile]
    return [file, text === null ? undefined : read(text)] as const
  })
  const byFile = Object.fromEntries(contents)
  const at = (file: TemplateFile, path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      byFile[file]
    )
  return {
    valueAt: (file, path) => single(at(file, path)),
    hasItem: (file, path, item) => entries(at(file, path)).has(item),
    isNamedOtherwise: (file, path) => {
      const ofServices = file === '.magento/services.yaml'
      if (!ofServices && path[0] !== 'relationships') return false
      const name = path[ofServices ? 0 : 1] ?? ''
      const siblings = at(file, ofServices ? [] : ['relationships'])
      if (!isObject(siblings) || Object.hasOwn(siblings, name)) return false
      const kind = kinds[name] ?? name
      return Object.values(siblings).some((sibling) =>
        ofServices
          ? isObject(sibling) && String(sibling['type']).startsWith(`${kind}:`)
          : String(sibling).endsWith(`:${kind}`)
      )
    }
  }
}

function single(value: unknown): TemplateValue | undefined {
  if (value === undefined || value === null) return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

function entries(value: unknown): ReadonlySet<unknown> {
  if (Array.isArray(value)) return new Set(value.map((entry: unknown) => (isObject(entry) ? entry['name'] : entry)))
  return new Set(typeof value === 'string' ? value.split('\n').map((line) => line.trim()) : [])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
