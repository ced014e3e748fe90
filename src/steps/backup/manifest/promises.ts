import type { PromiseId, ProofId } from '../../../ids.js'
import type { ManifestDump, ManifestPromise } from './manifest.js'

/** Facts that decide about promises, besides the dumps. */
interface PromiseFacts {
  readonly strategy: string
  readonly notCovered: readonly string[]
  readonly baseCommit: string | null
  /** The requested level (`backup-proof`). */
  readonly level: string
  /** Largest memory of the process so far, in megabytes. */
  readonly peakMegabytes: number
}

const budgetMegabytes = 160

/** One entry for each promise of a backup: whether it was kept, and how. */
export function tellPromises(dumps: readonly ManifestDump[], facts: PromiseFacts): readonly ManifestPromise[] {
  const passed = (...ids: ProofId[]): boolean =>
    dumps.every(({ proofs }) => ids.every((id) => proofs.find((proof) => proof.id === id)?.passed === true))
  const all = (has: (dump: ManifestDump) => boolean): boolean => dumps.every(has)
  const each = (tell: (dump: ManifestDump) => string): string =>
    dumps.map((dump) => `${dump.relationship}: ${tell(dump)}`).join('; ')
  // magento-cloud passes it to ssh, and ssh to mysqldump, as an argument.
  const shown = facts.strategy === 'cloud-dump'
  const line = (id: PromiseId, kept: boolean, detail: string): ManifestPromise => ({ id, kept, detail })
  return [
    line(
      'stream',
      passed('exit-codes', 'gzip', 'header', 'trailer', 'statements'),
      each(({ proofs }) => detailOf(proofs, 'exit-codes'))
    ),
    line('content', passed('tables') && all(isConsistent), each(contentOf)),
    line(
      'rehearsal',
      all(({ rehearsal }) => rehearsal?.passed === true),
      each(({ rehearsal, unrehearsed }) => rehearsal?.detail ?? `not made: ${unrehearsed?.why ?? 'unknown reason'}`)
    ),
    line('checksums', passed('sha256'), 'of the SQL, the compressed dump and the file'),
    line('confidential', !shown, each(hiddenHow) + (shown ? '; but the database password was on command lines' : '')),
    line(
      'bounded',
      facts.peakMegabytes <= budgetMegabytes,
      `${facts.peakMegabytes} MB of memory at most, of ${budgetMegabytes}`
    ),
    line(
      'gentle',
      facts.strategy !== 'ece-dump',
      each(({ source }) => `read from the ${source}`)
    ),
    line(
      'complete',
      all(
        ({ excluded, missingPrograms, withoutHistory }) =>
          excluded.length + missingPrograms.length + withoutHistory.length === 0
      ),
      `not covered: ${facts.notCovered.join(', ')}`
    ),
    line(
      'resume',
      facts.baseCommit !== null,
      facts.baseCommit === null
        ? 'not made for an upgrade'
        : `a rerun of the upgrade of ${facts.baseCommit} may reuse it`
    ),
    line('gate', facts.level !== 'off', `backup-proof: ${facts.level}`)
  ]
}

function hiddenHow({ encryption }: ManifestDump): string {
  return encryption === 'age' ? 'encrypted before it is written to disk' : 'files 0600 in a folder 0700'
}

function isConsistent({ nonTransactional }: ManifestDump): boolean {
  return nonTransactional.length === 0
}

function contentOf({ proofs, nonTransactional }: ManifestDump): string {
  const mixed = nonTransactional.length === 0 ? '' : `, but ${nonTransactional.length} without a snapshot`
  return detailOf(proofs, 'tables') + mixed
}

function detailOf(proofs: ManifestDump['proofs'], id: ProofId): string {
  return proofs.find((proof) => proof.id === id)?.detail ?? 'unknown'
}
