import { stripVTControlCharacters } from 'node:util'

/** Text without terminal escapes, control characters and characters that hide or reorder others; lines stay. */
export function visibleText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
}
