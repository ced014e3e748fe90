import { stripAnsi } from './strip-ansi.js'

/** What `bin/magento setup:db:status` says of the database. */
export interface DbStatus {
  readonly state: 'current' | 'behind' | 'ahead' | 'unknown'
  /** True where only the declarative schema differs: MariaDB 10.4 and later make it differ for no reason. */
  readonly doubtful: boolean
  /** What it said, without blank lines. */
  readonly lines: readonly string[]
}

/** Reads the output of `setup:db:status`; exit code 0 is good, 2 an upgrade that is due, 1 anything else. */
export function parseDbStatus(text: string, exitCode: number): DbStatus {
  const lines = stripAnsi(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const said = lines.join('\n')
  if (exitCode === 0 && said.includes('All modules are up to date')) return { state: 'current', doubtful: false, lines }
  if (/update your modules|code versions newer or older|doesn't match the DB schema/i.test(said))
    return { state: 'ahead', doubtful: false, lines }
  const due = /not up to date|Run 'setup:upgrade'|upgrade your database/i.test(said)
  if (exitCode !== 2 && !due) return { state: 'unknown', doubtful: false, lines }
  const declarative = /Declarative Schema is not up to date/i.test(said)
  const patches = /(Schema|Data) patches are not up to date|modules are outdated/i.test(said)
  return { state: 'behind', doubtful: declarative && !patches, lines }
}
