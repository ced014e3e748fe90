/** The settings made by a dump so far that affect how the next statement is read. */
export interface Session {
  /** Settings by name, as far as the dump has set them. */
  readonly current: Map<string, string>
  /** Variables, and the setting whose value each one keeps. */
  readonly saved: Map<string, { readonly setting: string; readonly value: string }>
  /** Views, and tables with a trigger, in lower case: no more rows may be inserted into them. */
  readonly closed: Set<string>
}

/** The initial state of our client: `--default-character-set=utf8mb4`. */
export function createSession(): Session {
  return { current: new Map([['CHARACTER_SET_CLIENT', 'utf8mb4']]), saved: new Map(), closed: new Set() }
}

/**
 * Whether a byte above 127 outside of quotes belongs to a name, as in UTF-8; in other character sets it may be white
 * space.
 */
export function readsUtf8({ current }: Session): boolean {
  return (current.get('CHARACTER_SET_CLIENT') ?? '').toLowerCase().startsWith('utf8')
}

/** Whether `"` begins a name or a backslash means nothing, so that quotes end elsewhere. */
export function quotesOtherwise({ current }: Session): boolean {
  return /ANSI|NO_BACKSLASH_ESCAPES|DB2|MAXDB|MSSQL|POSTGRESQL/.test((current.get('SQL_MODE') ?? '').toUpperCase())
}
