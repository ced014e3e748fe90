import type { FindingId } from '../../../ids.js'
import type { Finding } from '../../../report/report.js'
import { parseOutdatedModules } from './error-report.js'
import { redactEvidence } from '../../../secrets/redact-evidence.js'
import { causeRows } from './cause-rows.js'
import type { Cause } from './find-causes.js'
import type { LogEntry } from '../../../project/deployment-log/log-entry.js'

/** A finding before it is sorted. */
export type NewFinding = Omit<Finding, 'rank' | 'id'> & { readonly id: FindingId }

/** The finding for a known cause, with the lines that show it. */
export function findingOfCause(cause: Cause, entries: readonly LogEntry[]): NewFinding {
  const { rule, context, entry } = cause
  const modules = rule.listsModules === true ? parseOutdatedModules(entry.rows.join('\n').slice(0, 50_000)) : []
  const title = words(rule.title, context)
  // Only so that the words of the log are not said twice.
  // eslint-disable-next-line no-restricted-syntax
  const subject = context.subject === null || title.includes(context.subject) ? '' : `: ${context.subject}`
  return {
    id: rule.id,
    title: redactEvidence(title + subject),
    source: entry.source,
    ...placeOf(entry, context.phase),
    certainty: entry.certain ? 'sure' : 'likely',
    evidence: causeRows(cause, entries),
    meaning: words(rule.meaning, context),
    next: redactEvidence(words(rule.next, context)),
    ...(modules.length > 0 && { modules: [...modules] })
  }
}

/** Where and when an entry was printed, as shown in a finding. */
export function placeOf(
  { activity, at }: Pick<LogEntry, 'activity' | 'at'>,
  phase: Finding['phase']
): Pick<Finding, 'phase' | 'deployment' | 'at'> {
  return { phase, deployment: activity?.id ?? null, at: at === null ? null : new Date(at).toISOString() }
}

function words<Context>(text: string | ((context: Context) => string), context: Context): string {
  return typeof text === 'string' ? text : text(context)
}
