import type { Problem } from '../../../errors.js'
import type { Ledger } from '../../../ledger.js'
import type { ManifestDump } from '../manifest/manifest.js'
import { parseRemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import { probeTable } from '../../../tools/dump/sql-scan/probe-table.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import type { LookedDatabase } from './look-at-database.js'
import { probeScript } from './look-script.js'
import { probesOfRights, type Probe } from './probes-of-rights.js'
import { sessionSettings } from './session-script.js'

/** One dump to load. */
export interface DumpToLoad {
  readonly dump: ManifestDump
  readonly path: string
  /** Text of an age identity file if the dump is encrypted, otherwise null. */
  readonly identity: string | null
}

/** Results of a trial on the server. */
export interface Tried {
  /** All errors. */
  readonly problems: readonly Problem[]
  /** The plain tables of the dump: no sequences, and no system-versioned tables. */
  readonly movable: ReadonlySet<string>
}

/**
 * Does on the server, with a table that is removed at once, what a load will do: the settings, every right that it
 * needs, and each table of the dump. The content of the database does not change.
 */
export async function tryOnServer(
  {
    ssh,
    host,
    dumpFiles,
    ledger
  }: { readonly ssh: Ssh; readonly host: SshHost; readonly dumpFiles: DumpFiles; readonly ledger: Ledger },
  given: DumpToLoad,
  looked: LookedDatabase
): Promise<Tried> {
  const asked: string[] = []
  const movable = new Set<string>()
  const broken = { reading: null as string | null }
  const source = lines(probesOf(dumpFiles, given, { looked, movable }), asked, broken)
  const left = ledger.intend('database', `a table of a trial was left in the database of ${given.dump.relationship}`)
  const result = await ssh.feed(host, probeScript(given.dump.relationship), source, { timeoutSeconds: 3600 })
  const answer = parseRemoteAnswer(result.stdout)
  const why =
    broken.reading ??
    answer.one('failure') ??
    (answer.one('done') === null ? (result.failure ?? 'it ended early') : null)
  // A script that gives up before it is begun tells why.
  const isUnbegun = answer.one('failure') !== null && answer.one('begun') === null
  if (answer.one('clean') !== null || isUnbegun) left.undone()
  else left.unknown()
  if (why !== null) return { problems: [untried(given.dump.relationship, why)], movable }
  const problems = answer.all('error').map((error) => {
    const line = Number(/ at line (\d+)$/.exec(error)?.[1] ?? 0)
    return refusal(given.dump.relationship, asked[line - 1] ?? 'DROP of a table', error)
  })
  return { problems, movable }
}

async function* probesOf(
  dumpFiles: DumpFiles,
  { dump, path, identity }: DumpToLoad,
  { looked, movable }: { readonly looked: LookedDatabase; readonly movable: Set<string> }
): AsyncGenerator<Probe> {
  for (const sql of sessionSettings) yield { what: 'the settings of a session that loads a dump', sql }
  yield* probesOfRights(dump, looked)
  for await (const statement of dumpFiles.tables(path, identity, dump.sqlSha256)) {
    const probe = probeTable(statement)
    if (probe === null) continue
    if (!/\bWITH\s+SYSTEM\s+VERSIONING\b/i.test(statement)) movable.add(probe.table)
    yield { what: `the table ${probe.table}`, sql: probe.sql }
    yield { what: 'DROP of a table', sql: probeDrop }
  }
}

const probeDrop = 'DROP TABLE IF EXISTS magento_cloud_upgrade_probe'

/** One line each, so that the client's line number identifies the statement. A failed read ends the lines. */
async function* lines(
  probes: AsyncIterable<Probe>,
  asked: string[],
  broken: { reading: string | null }
): AsyncGenerator<Buffer> {
  try {
    for await (const { what, sql } of probes) {
      asked.push(what)
      yield Buffer.from(`${sql};\n`, 'latin1')
    }
  } catch (error) {
    broken.reading = error instanceof Error ? error.message : String(error)
  }
}

function untried(relationship: string, why: string): Problem {
  return {
    id: 'restore-untried',
    severity: 'error',
    message: `It was not possible to try whether the dump of ${relationship} can be loaded there: ${why}.`,
    fix: 'Fix the problem above, then run the same command again.'
  }
}

const lacksRight: ReadonlySet<string> = new Set(['1044', '1142', '1227', '1370'])
const meanings: Readonly<Record<string, string>> = {
  1044: 'the database user lacks the right',
  1115: 'it does not know the character set',
  1118: 'its rows are too long for this server',
  1142: 'the database user lacks the right',
  1227: 'the database user lacks the right',
  1273: 'it does not know the collation',
  1286: 'it does not have the engine',
  1370: 'the database user lacks the right',
  1418: 'log_bin_trust_function_creators is off there',
  1419: 'log_bin_trust_function_creators is off there, and the database user lacks SUPER'
}

function refusal(relationship: string, what: string, error: string): Problem {
  const code = /\d+/.exec(error)?.[0] ?? ''
  const meaning = meanings[code]
  return {
    id: 'restore-refused-by-server',
    severity: 'error',
    message: `The server of ${relationship} refuses ${what}: ${error.replace(/ at line \d+$/, '')}${meaning === undefined ? '' : `, ${meaning}`}.`,
    fix:
      code === '1418' || code === '1419'
        ? 'Have log_bin_trust_function_creators enabled, or SUPER granted: on Adobe Commerce Cloud, by support.'
        : lacksRight.has(code)
          ? 'Grant the right to the database user, or ask support for it.'
          : 'Restore into a server of the version that the backup was made on, or ask support.'
  }
}
