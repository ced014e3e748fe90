import { hideAddresses } from './evidence/addresses.js'
import { hideCommandArguments } from './evidence/command-arguments.js'
import { hideMailAddresses } from './evidence/mail-addresses.js'
import { hideNamedValues } from './evidence/named-values.js'
import { hidePeopleNumbers } from './evidence/people-numbers.js'
import { hideRandomTexts } from './evidence/random-texts.js'
import { typeSqlValues } from './evidence/sql-values.js'
import { typeTableRows } from './evidence/table-rows.js'
import { typeTraceArguments } from './evidence/trace-arguments.js'

// Structured texts first, since structure separates values from names. Patterns find the rest.
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

// A placeholder can end a quotation that hid what follows it from a rule, so the rules run until nothing changes.
const mostPasses = 4

/**
 * `text` from a server without passwords, keys, tokens, ids of sessions, addresses, numbers of cards and telephones,
 * and SQL values: logs contain customer data. Names of tables, columns, modules, patches, versions, times and commits
 * stay. Redact a text before shortening it: a rule may need the part that is cut off.
 */
export function redactEvidence(text: string): string {
  let result = text
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const before = result
    result = rules.reduce((given, rule) => rule(given), before)
    if (result === before) break
  }
  return result
}

/** The last line of a program's output, redacted: it usually says why the program failed. */
export function redactedLastLine(text: string): string {
  return redactEvidence(text.trim().split('\n').at(-1) ?? '')
}
