import { stripVTControlCharacters } from 'node:util'

// Titles of windows and links, which may contain blanks.
// eslint-disable-next-line no-control-regex
const commands = /(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)/g

/**
 * Text without terminal escapes, links, control characters (C0 and C1) and characters that hide or reorder others; line
 * breaks stay. All foreign text in a terminal, an Actions log or a summary must pass through it.
 */
export function visibleText(text: string): string {
  return stripVTControlCharacters(text.replace(commands, ''))
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
}
