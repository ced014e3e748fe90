/** One line of the table below "Please upgrade your database" or "Please update your modules". */
export interface OutdatedModule {
  readonly module: string
  /** `schema` or `data`. */
  readonly kind: string
  readonly current: string
  readonly required: string
}

const line =
  /\b([A-Z]\w*_\w+) (schema|data): (?:current version|code version) - (\S+?), (?:required version|database version) - (\S+)/g

/** The modules in such a table: for a database that is ahead, `current` is the code's version, `required` the database's. */
export function parseOutdatedModules(text: string): readonly OutdatedModule[] {
  return [...text.matchAll(line)].map(([, module = '', kind = '', current = '', required = '']) => ({
    module,
    kind,
    current,
    required
  }))
}
