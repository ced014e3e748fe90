import { markerTable } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { dropLists, type KeptObjects } from './drop-lists.js'
import { mark } from './marker-sql.js'
import { sessionScript } from './session-script.js'

/** What a load leaves as it is, and what it notes in the database. */
export interface LoadChoice extends KeptObjects {
  readonly relationship: string
  /** Id of this restore, for the marker. */
  readonly id: string
  /** Default collation that the database gets; null for the one that it has. */
  readonly collation: string | null
}

/** SQL that gives the database its default collation. Throws TypeError for what is no name of one. */
export function changeCollation(collation: string | null): readonly string[] {
  if (collation === null) return []
  if (!/^\w+$/.test(collation)) throw new TypeError('no name of a collation')
  return [`ALTER DATABASE COLLATE ${collation}`]
}

/**
 * Replaces what is in a relationship's database by the compressed dump on stdin, in one session: a lock, a marker that
 * says what is going on, the drops, the dump. Throws TypeError for an id or a collation that is none.
 */
export function loadScript({ relationship, id, collation, ...kept }: LoadChoice): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
${dropLists(kept, 'all')}${sessionScript([...mark(id, 'begun'), ...changeCollation(collation)])}
{ first; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; echo "UPDATE ${markerTable} SET state = 'emptied';"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`
  )
}
