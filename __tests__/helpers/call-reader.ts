import type { Evidence } from '../../src/project/deployment-log/evidence.js'

/** How a reader is called with one text; what it returns is of no matter here. */
export type Read = (reader: never, text: string) => unknown

/** The text is the first argument, and all that it needs. */
export const text: Read = (reader: (text: string) => unknown, given) => reader(given)
export const then =
  (...others: readonly unknown[]): Read =>
  (reader: (...given: readonly unknown[]) => unknown, given) =>
    reader(given, ...others)
const kinds: readonly Evidence['kind'][] =
  process.env['LINEAR'] === undefined ? ['log'] : ['log', 'error-log', 'report']
export const evidence =
  (wrap: (one: Evidence) => unknown): Read =>
  (reader: (given: unknown) => unknown, given) => {
    for (const kind of kinds) reader(wrap({ source: 'a log', kind, text: given }))
  }
export const lines: Read = (reader: (rows: readonly string[]) => unknown, given) => reader(given.split('\n'))
// Names of folders are shorter, and few folders are this deep.
export const paths: Read = (reader: (rows: readonly string[]) => unknown, given) =>
  reader(given.match(/[^\n]{1,500}/g) ?? [])

/** Reasons why a function takes no text from outside. */
export const values = 'takes values that were read before'
export const own = 'takes texts of our own or of the options'
export const short = 'takes one word, which its callers have found in a text'
export const good = 'takes a composer.json that readComposerProject has found to be good'
export const parsed = 'takes JSON that was parsed before'
export const acts = 'does its work with tools; what these say is read by others in this table'
export const sealed = 'takes bytes, once each'
export const stderr =
  (...before: readonly unknown[]): Read =>
  (reader: (...given: readonly unknown[]) => unknown, given) =>
    reader(...before, { exitCode: 1, stdout: given, stderr: given, timedOut: false }, 60)
