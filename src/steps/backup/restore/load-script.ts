import { markerTable } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { dropLists, type KeptObjects } from './drop-lists.js'
import { mark } from './marker-sql.js'
import { quotedName, sessionScript } from './session-script.js'

/** What a load leaves unchanged, and what it records in the database. */
export interface LoadChoice extends KeptObjects {
  readonly relationship: string
  /** Id of this restore, for the marker. */
  readonly id: string
  /** Default collation to set on the database; null to keep the present one. */
  readonly collation: string | null
  /** Seconds to wait for a session of the shop that holds a table. */
  readonly lockSeconds: number
}

/** SQL that sets the default collation of the database. Throws TypeError for an invalid name. */
export function changeCollation(collation: string | null): readonly string[] {
  if (collation === null) return []
  if (!/^\w+$/.test(collation)) throw new TypeError('not a valid collation name')
  return [`ALTER DATABASE COLLATE ${collation}`]
}

/** SQL that bounds the waiting for tables that others hold. Throws TypeError for what is no number of seconds. */
export function boundLocks(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new TypeError('no number of seconds')
  return `SET SESSION lock_wait_timeout = ${seconds}`
}

/** SQL that ends it: loading takes as long as it takes. */
export const unboundLocks = 'SET SESSION lock_wait_timeout = DEFAULT'

// Asked for all tables at once, in a session of its own: none is dropped while another one is held. A table that is
// broken cannot be locked, but dropped.
const expectNoneHeld = (
  seconds: number
): string => `ask held "SELECT CONCAT(', ', ${quotedName('TABLE_NAME', "' WRITE'")}) FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE <> 'VIEW'"
if [ -s "$work/held.txt" ]; then
  { echo '${boundLocks(seconds)}; LOCK TABLES'; sed '1s/^, //' "$work/held.txt"; echo '; UNLOCK TABLES;'; } | load
  case $(why) in 'ERROR 1205 '*) fail "nothing was dropped: $(why)" ;; esac
fi
`

/**
 * Replaces the content of a relationship's database with the compressed dump on stdin, in one session: a lock, a marker
 * with the progress, the drops, the dump. Throws TypeError for an invalid id or collation.
 */
export function loadScript({ relationship, id, collation, lockSeconds, ...kept }: LoadChoice): string {
  const begin = [boundLocks(lockSeconds), ...mark(id, 'begun'), ...changeCollation(collation)]
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
${dropLists(kept, 'all')}${sessionScript(begin)}${expectNoneHeld(lockSeconds)}
{ first; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; echo "UPDATE ${markerTable} SET state = 'emptied'; ${unboundLocks};"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`
  )
}
