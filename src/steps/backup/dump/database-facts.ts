import { namesOf } from '../../../tools/ssh/remote-answer.js'
import type { RemoteAnswer } from '../../../tools/ssh/remote-answer.js'

/** What the server reported about one database besides its dump. */
export interface DatabaseFacts {
  readonly database: string | null
  /** Triggers, routines and events, as `kind name`. */
  readonly programs: readonly string[]
  /** Tables whose engine has no snapshots, so writes during the dump may be only partly included. */
  readonly nonTransactional: readonly string[]
  /** Tables that keep their former rows. */
  readonly versioned: readonly string[]
  /** Relationships with further databases. */
  readonly others: readonly string[]
  /** Its default collation; null if the server did not report it. */
  readonly collation: string | null
}

/** Reads the facts from an answer. */
export function databaseFacts(answer: RemoteAnswer): DatabaseFacts {
  return {
    database: answer.one('database'),
    programs: namesOf(answer, 'program'),
    nonTransactional: namesOf(answer, 'inconsistent'),
    versioned: namesOf(answer, 'versioned'),
    others: answer.all('other'),
    collation: answer.one('collation')
  }
}

/** The collation as stored in a manifest. */
export function collationOf({ collation }: Pick<DatabaseFacts, 'collation'>): { readonly collation?: string } {
  return collation === null ? {} : { collation }
}
