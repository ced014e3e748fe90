import { visibleText } from '../visible-text.js'

/** The lines of a program's output, without terminal escapes and white space at the ends. */
export function plainLines(text: string): readonly string[] {
  return visibleText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
