import { UpgradeError } from '../../errors.js'

/** The tables and views of an option, in the order of their names. Throws UpgradeError `bad-input` for what is no name. */
export function readExclude(text: string): readonly string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  const bad = names.filter((name) => !/^[A-Za-z0-9_$]+$/.test(name))
  if (bad.length === 0) return [...new Set(names)].sort()
  throw new UpgradeError('bad-input', {
    message: `backup-exclude: ${bad.join(', ')} is no name of a table or view.`,
    next: 'Give names of letters, digits, _ and $, separated by spaces.'
  })
}
