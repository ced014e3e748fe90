/** What a command that runs third-party code may change and read. */
export interface CommandWorld {
  /** Folders that it needs: visible and writable. */
  readonly writable: readonly string[]
  /** Folders that must stay as they are, above all the checkout whose .git our next git command reads. */
  readonly sealed: readonly string[]
  /** Further folders of ours, besides the private ones, that it must not read. */
  readonly hidden: readonly string[]
}
