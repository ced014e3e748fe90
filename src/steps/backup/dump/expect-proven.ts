import { DumpError, dumpCauses, type DumpCause } from './dump-cause.js'
import type { DumpProof } from './prove-dump.js'

const readAnyway = ['exit-codes', 'gzip', 'header', 'statements']

/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, else `backup-unproven`. */
export function expectProven(proofs: readonly DumpProof[]): void {
  const failing = proofs.filter(({ passed }) => !passed)
  // Behind what was refused no statement was read, so that what is missing there says nothing. The bytes were: what is
  // cut off may look like any statement at its end.
  const refused = failing.filter(({ cause }) => cause === 'refused-statement')
  const failed = refused.length > 0 ? failing.filter(({ id }) => readAnyway.includes(id)) : failing
  const [first] = failed
  if (!first) return
  const causes = dumpCauses.filter((cause) => failed.some((one) => one.cause === cause))
  const facts = {
    message: `The database dump cannot be trusted (${failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ')}).`,
    next: causes[0] === undefined ? unknownAdvice : advice[causes[0]]
  }
  throw new DumpError(first.id === 'exit-codes' ? 'backup-failed' : 'backup-unproven', facts, causes)
}

const unknownAdvice = 'Run again; if it fails again, look at the database server and the free space.'

const advice: Readonly<Record<DumpCause, string>> = {
  'login-prints':
    'Take out what the login prints (backup: auto and ssh-dump leave it out by themselves); if it prints nothing, look at the server, which may be broken into.',
  'refused-statement':
    'Look at the server, which may be broken into, and at what mysqldump writes there: dumps of a sound one hold nothing else.',
  'unfinished-restore': 'Finish the restore, or go back: magento-cloud-upgrade backup list names the commands.',
  'option-file': 'Correct the option file of the server; backup: auto and ssh-dump read none.',
  'broken-view': 'Repair or drop the view named above, then run again.',
  'schema-change': 'Wait until no deployment or schema change is running, then run again.',
  rights: 'Give the database user the privilege named above, or ask support for it.'
}
