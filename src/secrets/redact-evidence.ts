import { hideAddresses } from './evidence/addresses.js'
import { hideCommandArguments } from './evidence/command-arguments.js'
import { hideMailAddresses } from './evidence/mail-addresses.js'
import { hideNamedValues } from './evidence/named-values.js'
import { hidePeopleNumbers } from './evidence/people-numbers.js'
import { hideRandomTexts } from './evidence/random-texts.js'
import { typeSqlValues } from './evidence/sql-values.js'
import { typeTableRows } from './evidence/table-rows.js'
import { typeTraceArguments } from './evidence/trace-arguments.js'

// What has a structure first: it tells values from names. Patterns find what is left.
const rules: readonly ((text: string) => string)[] = [
  typeSqlValues,
  typeTableRows,
  typeTraceArguments,
  hideNamedValues,
  hideCommandArguments,
  hideAddresses,
  hideMailAddresses,
  hideRandomTexts,
  hidePeopleNumbers
]

/**
 * `text` from a server without passwords, keys, tokens, ids of sessions, addresses, numbers of cards and telephones, and
 * the values of SQL: logs hold customers' data. Names of tables, columns, modules, patches, versions, times and commits
 * stay. Redact a text first and shorten it then: a rule may need what was cut off.
 */
export function redactEvidence(text: string): string {
  return rules.reduce((result, rule) => rule(result), text)
}

/** The last line of a program's words, redacted: what it says in the end is mostly why it failed. */
export function redactedLastLine(text: string): string {
  return redactEvidence(text.trim().split('\n').at(-1) ?? '')
}
