import data from '../data/template-history.json' with { type: 'json' }
import { compareVersions, releaseLine } from './product-version.js'
import type { Problem } from '../errors.js'

/** The files of a project with settings from the template. */
export type TemplateFile = 'composer.json' | '.gitignore' | '.magento.app.yaml' | '.magento/services.yaml' | 'php.ini'

/** A setting of the template: a value, whether it has these items, or null for none. */
export type TemplateValue = string | number | boolean | null

/** One setting that differs between the templates of two release lines. */
export interface TemplateDifference {
  readonly file: TemplateFile
  readonly path: readonly string[]
  /** Entries of a list, or lines of a text; undefined if the setting has a value. */
  readonly items: readonly string[] | undefined
  readonly level: NonNullable<Problem['level']>
  /** Id of a more exact problem that replaces this one when reported. */
  readonly told: string | undefined
  /** The values up to the old line, its own last: a project may have stayed on any of them. */
  readonly before: readonly TemplateValue[]
  readonly after: TemplateValue
}

interface Setting extends Omit<TemplateDifference, 'before' | 'after'> {
  readonly values: Readonly<Record<string, TemplateValue | undefined>>
}

const settings = data.settings as readonly Setting[]

/** The differences between the templates of `from` and `to`, both product versions. */
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
  // A setting counts as removed only if the newest template lacks it.
  return [...known.filter((value) => value !== null && value !== last), last]
}
