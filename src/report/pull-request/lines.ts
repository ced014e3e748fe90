import { cutShort } from './cut-short.js'
import { inline, prose } from '../markdown.js'
import type { Item } from '../open-items.js'

/** Items of a list, one a line behind `mark`; at most `most`. */
export function lines(mark: string, items: readonly Item[], most: number): readonly string[] {
  const shown = items.slice(0, most).map(({ message, fix }) => `${mark}${inline(message)} ${prose(fix)}`)
  return [...shown, ...cutShort(items, most)]
}
