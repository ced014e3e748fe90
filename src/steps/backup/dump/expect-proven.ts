import { DumpError, dumpCauses, type DumpCause } from './dump-cause.js'
import type { DumpProof } from './prove-dump.js'

const readAnyway = ['exit-codes', 'gzip', 'header', 'statements']

/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, otherwise `backup-unproven`. */
export function expectProven(proofs: readonly DumpProof[]): void {
  const failing = proofs.filter(({ passed }) => !passed)
  // After a refused statement nothing was read, so missing parts prove nothing. Missing bytes do: a statement that is
  // cut off may look like anything at its end.
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

const unknownAdvice = 'Run again; if it fails again, check the database server and the free space.'

const advice: Readonly<Record<DumpCause, string>> = {
  'login-prints':
    'Remove what the login prints (backup: auto and ssh-dump skip it automatically). If it prints nothing, check the server, which may be compromised.',
  'refused-statement':
    'Check the server, which may be compromised, and what mysqldump writes there: dumps of a sound server contain nothing else.',
  'unfinished-restore': 'Finish the restore, or go back: magento-cloud-upgrade backup list shows the commands.',
  'option-file': 'Correct the option file of the server; backup: auto and ssh-dump do not read it.',
  'broken-view': 'Repair or drop the view named above, then run again.',
  'schema-change': 'Wait until no deployment or schema change is running, then run again.',
  rights: 'Grant the privilege named above to the database user, or ask support for it.'
}
