import type { Problem } from '../../../errors.js'
import { whyNotBeside } from './choose-way.js'
import { loadBeside, loadChoice, loadDump, swapIn } from './load-dump.js'
import { removeNote } from './leave-note.js'
import { lookAtDatabase, type LookedDatabase } from './look-at-database.js'
import { restoreEnded } from './restore-ended.js'
import type { UnfinishedRestore } from './restore-note.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { intendRestore, settleRestore } from './restore-effects.js'
import { unmark } from './unmark.js'
import { warningsOfRestore } from './warnings-of-restore.js'

interface Input {
  readonly replacements: readonly Replacement[]
  readonly unfinished: UnfinishedRestore
  readonly target: RestoreTarget
}

/**
 * Replaces the databases. If there is room, they are first loaded next to the present ones and swapped in when all are
 * complete. Returns warnings; throws like {@link restoreEnded}.
 */
export async function replaceDatabases(tools: RestoreTools, input: Input): Promise<readonly Problem[]> {
  const { replacements, unfinished, target } = input
  const beside = await loadAllBeside(tools, input)
  const warnings: Problem[] = []
  for (const [index, replacement] of replacements.entries()) {
    const { looked, dump } = replacement
    const choice = loadChoice(replacement, looked, { id: unfinished.note.id, lockSeconds: target.lockSeconds })
    const rest = beside.get(dump.relationship)
    const place = { ...tools, host: target.host }
    intendRestore(tools.ledger, dump.relationship)
    const why = await (rest === undefined ? loadDump(place, replacement, choice) : swapIn(place, rest, choice))
    const untouched = replacements.slice(index + 1)
    const now = await lookThen(tools, target, dump.relationship)
    const missing = [...dump.tables, ...dump.views].filter((name) => !(now?.names ?? []).includes(name))
    const isOurs = now?.marker?.state === 'finished' && now.marker.id === unfinished.note.id
    if (now === null || !isOurs || missing.length > 0) {
      const reason =
        why ?? (missing.length > 0 ? `it lacks ${missing.slice(0, 10).join(', ')}` : 'its end is not known')
      throw await ended(tools, input, { reason, replacement, untouched, beside, now })
    }
    settleRestore(tools.ledger, dump.relationship, now)
    warnings.push(...warningsOfRestore(dump, now))
  }
  return warnings
}

/** What to create after the swap, by relationship, for each database that was loaded next to the present one. */
async function loadAllBeside(tools: RestoreTools, input: Input): Promise<ReadonlyMap<string, Uint8Array>> {
  const { replacements, unfinished, target } = input
  const beside = new Map<string, Uint8Array>()
  for (const replacement of replacements) {
    const { relationship } = replacement.dump
    const because = whyNotBeside(replacement, replacements)
    if (because !== null) {
      tools.logger.info(`${relationship}: the old data is dropped first, because ${because}.`)
      continue
    }
    tools.logger.info(`${relationship}: the new data is loaded next to the old, then replaces it in one statement.`)
    const kept = { id: unfinished.note.id, rest: (sql: Uint8Array) => void beside.set(relationship, sql) }
    intendRestore(tools.ledger, relationship)
    const reason = await loadBeside({ ...tools, host: target.host }, replacement, kept)
    if (reason === null) continue
    const now = await lookThen(tools, target, relationship)
    const untouched = replacements.filter((other) => other !== replacement)
    beside.set(relationship, new Uint8Array())
    throw await ended(tools, input, { reason, replacement, untouched, beside, now })
  }
  return beside
}

/** The content of a database afterwards, even if the run was stopped; null if it cannot be queried. */
function lookThen(
  { again }: RestoreTools,
  { host, lockSeconds }: RestoreTarget,
  relationship: string
): Promise<LookedDatabase | null> {
  return again((ssh) => lookAtDatabase({ ssh, host }, relationship, lockSeconds)).catch(() => null)
}

/** The error, after the leftovers next to unchanged databases have been removed. */
async function ended(
  tools: RestoreTools,
  { replacements, unfinished, target }: Input,
  failed: {
    readonly reason: string
    readonly replacement: Replacement
    readonly untouched: readonly Replacement[]
    readonly beside: ReadonlyMap<string, Uint8Array>
    readonly now: LookedDatabase | null
  }
): Promise<ReturnType<typeof restoreEnded>> {
  const { reason, replacement, untouched, beside, now } = failed
  const isAsItWas = now !== null && !now.busy && (now.marker === null || now.marker.state === 'beside')
  const left = [...(isAsItWas ? [replacement] : []), ...untouched].filter(({ dump }) => beside.has(dump.relationship))
  const removed = await Promise.all(
    left.map(({ dump }) => tools.again((ssh) => unmark({ ssh }, target, dump.relationship)).catch(() => false))
  )
  const isWhole = isAsItWas && removed.every(Boolean) && untouched.length === replacements.length - 1
  for (const [index, { dump }] of left.entries())
    if (removed[index] === true) settleRestore(tools.ledger, dump.relationship, { marker: null, busy: false })
  if (isWhole) await removeNote(tools, unfinished.path)
  const seen = isAsItWas && removed.every(Boolean) ? { ...now, marker: null } : now
  settleRestore(tools.ledger, replacement.dump.relationship, seen)
  return restoreEnded({ signal: tools.signal, reason, replacement, untouched, now: seen, unfinished, isWhole })
}
