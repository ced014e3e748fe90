import data from '../data/template-history.json' with { type: 'json' }
import { compareVersions, releaseLine } from './product-version.js'
import type { Problem } from '../errors.js'

/** The files of a project whose settings the template gives. */
export type TemplateFile = 'composer.json' | '.gitignore' | '.magento.app.yaml' | '.magento/services.yaml' | 'php.ini'

/** What a template sets: a value, whether it has these items, or null for nothing. */
export type TemplateValue = string | number | boolean | null

/** One setting that the templates of two release lines have otherwise. */
export interface TemplateDifference {
  readonly file: TemplateFile
  readonly path: readonly string[]
  /** Entries of a list, or lines of a text; undefined where the setting has a value. */
  readonly items: readonly string[] | undefined
  readonly level: NonNullable<Problem['level']>
  /** Id of the problem that says it more exactly, where that is told. */
  readonly told: string | undefined
  /** The values up to the old line, its own last: a project may have stayed on any of them. */
  readonly before: readonly TemplateValue[]
  readonly after: TemplateValue
}

interface Setting extends Omit<TemplateDifference, 'before' | 'after'> {
  readonly values: Readonly<Record<string, TemplateValue | undefined>>
}

const settings = data.settings as readonly Setting[]

/** What the template of `to` has otherwise than that of `from`; both are product versions. */
export function templateDifferences(from: string, to: string): readonly TemplateDifference[] {
  return settings.flatMap(({ values, file, path, items, level, told }) => {
    const [before, after] = [upTo(values, from), upTo(values, to).at(-1) ?? null]
    return before.at(-1) === after ? [] : [{ file, path, items, level, told, before, after }]
  })
}

function upTo(values: Setting['values'], version: string): readonly TemplateValue[] {
  const line = releaseLine(version)
  const reached = Object.entries(values).filter(([since]) => compareVersions(since, line) <= 0)
  const known = reached.map(([, value]) => (value === undefined || value === false ? null : value))
  const last = known.at(-1) ?? null
  // That a setting is missing is the template's word only where it is missing in the newest of them.
  return [...known.filter((value) => value !== null && value !== last), last]
}
