import { namesOf } from '../../../tools/ssh/remote-answer.js'
import type { RemoteAnswer } from '../../../tools/ssh/remote-answer.js'

/** What the server told of one database beside its dump. */
export interface DatabaseFacts {
  readonly database: string | null
  /** Triggers, routines and events, as `kind name`. */
  readonly programs: readonly string[]
  /** Tables whose engine keeps no snapshot, so that writes during the dump may be in it by half. */
  readonly nonTransactional: readonly string[]
  /** Tables that keep their former rows. */
  readonly versioned: readonly string[]
  /** Relationships with further databases. */
  readonly others: readonly string[]
  /** Its default collation; null where the server did not tell. */
  readonly collation: string | null
}

/** Reads the facts out of an answer. */
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

/** The collation as a manifest has it. */
export function collationOf({ collation }: Pick<DatabaseFacts, 'collation'>): { readonly collation?: string } {
  return collation === null ? {} : { collation }
}
