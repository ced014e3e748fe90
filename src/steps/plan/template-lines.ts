import type { Problem } from '../../errors.js'
import type { ProblemId } from '../../ids.js'
import { gitignoreLayout } from '../../project/gitignore-layout.js'
import { releaseLine } from '../../project/product-version.js'
import { templateDifferences, type TemplateDifference, type TemplateFile } from '../../project/template-history.js'
import { readTemplateSettings, type TemplateFiles, type TemplateSettings } from '../../project/template-settings.js'

/** Product versions before and after, and the files as the upgrade writes them. */
interface TemplateStep {
  readonly from: string
  readonly to: string
  readonly files: TemplateFiles
  /** Ids of the problems that are reported anyway. */
  readonly told: ReadonlySet<string>
}

const ids: Readonly<Record<TemplateFile, ProblemId>> = {
  'composer.json': 'template-composer',
  '.gitignore': 'template-gitignore',
  '.magento.app.yaml': 'template-app',
  '.magento/services.yaml': 'template-services',
  'php.ini': 'template-php-ini'
}
const levels = ['before', 'look', 'information'] as const

/**
 * Differences between the templates of the target's line and of the current line, if the project still matches the old
 * one: one note for each file and level. Omits the project's own decisions, and what the upgrade writes or another
 * problem reports.
 */
export function templateLines({ from, to, files, told }: TemplateStep): Problem[] {
  const own = readTemplateSettings(files)
  const open = templateDifferences(from, to).filter(
    (found) => files[found.file] !== null && !told.has(found.told ?? '') && isPossible(found, files)
  )
  return (Object.entries(ids) as [TemplateFile, ProblemId][]).flatMap(([file, id]) =>
    levels.flatMap((level): Problem[] => {
      const words = open.filter((found) => found.file === file && found.level === level).flatMap(wordsOf(own))
      if (words.length === 0) return []
      const message = `${file} matches the template of ${releaseLine(from)} or before; that of ${releaseLine(to)} has ${words.join('; ')}.`
      return [{ id, severity: 'warning', level, message, fix: fixOf(level, file) }]
    })
  )
}

/** Exceptions to "ignore everything" only matter if everything is ignored. */
function isPossible({ file, items }: TemplateDifference, files: TemplateFiles): boolean {
  const exception = file === '.gitignore' && items?.some((item) => item.startsWith('!')) === true
  return !exception || gitignoreLayout(files['.gitignore']) === 'allow-list'
}

function wordsOf(own: TemplateSettings) {
  return ({ file, path, items, before, after }: TemplateDifference): string[] => {
    const name = path.filter((key) => key !== '').join('.')
    if (items !== undefined) {
      const differ = items.filter((item) => own.hasItem(file, path, item) !== Boolean(after))
      const words = `${name} ${after === true ? 'with' : 'without'} ${differ.join(', ')}`.trim()
      return differ.length === 0 ? [] : [words]
    }
    const value = own.valueAt(file, path)
    if (value === undefined || value === after || !before.includes(value)) return []
    if (own.isNamedOtherwise(file, path)) return []
    if (after === null) return [`no ${name} (here ${String(value)})`]
    return [`${name} ${String(after)} (here ${value === null ? 'none' : String(value)})`]
  }
}

function fixOf(level: (typeof levels)[number], file: string): string {
  if (level === 'before') return `Change ${file} first: the target does not build or run without it.`
  const fix = `Adopt what suits your shop; the upgrade does not change this in ${file}.`
  return level === 'look' ? fix : `Nothing has to be done. ${fix}`
}
