import type { ManifestDump, Rehearsal, Unrehearsed } from '../manifest/manifest.js'
import { isSameRelease } from '../../../project/server-release.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import { ScratchQueryError, type LoadFailure } from '../../../tools/mariadb/load-failure.js'
import { scratchName } from '../../../tools/mariadb/prepare-schema.js'
import type { ServerSettings } from '../../../tools/mariadb/server-settings.js'
import type { ScratchServer, WithScratchServer } from '../../../tools/mariadb/scratch-server.js'
import { compareRestored, findOrphans } from '../compare-restored.js'
import { judgeLoadFailure, type JudgedFailure } from '../judge-load-failure.js'

/** Result of a rehearsal, or why there is none. */
export type Rehearsed =
  | { readonly rehearsal: Rehearsal; readonly tooSmall?: JudgedFailure['tooSmall'] }
  | { readonly unrehearsed: Unrehearsed; readonly lacksProgram?: boolean }

interface Tools {
  readonly dumpFiles: DumpFiles
  readonly withScratchDatabase: WithScratchServer
}

/**
 * Loads an unencrypted dump on this machine into a scratch database that is like the shop's own (name, packet size,
 * modes) and compares. A failure that the shop's server would not have does not count against the dump; the rehearsal
 * is then inconclusive.
 */
export async function rehearseRestore(
  tools: Tools,
  path: string,
  { dump, settings }: { readonly dump: ManifestDump; readonly settings: ServerSettings }
): Promise<Rehearsed> {
  const began = performance.now()
  const schema = scratchName(dump.database)
  const outcome = await tools.withScratchDatabase({ schema, outside: dump.outside, settings }, async (database) => {
    const failure = (await database.load(tools.dumpFiles.sql(path))) ?? (await compare(database, schema, dump))
    const at = circumstances(database, dump, settings)
    const judged = failure === null ? null : judgeLoadFailure(failure, at)
    if (judged?.isRefused === false) return { unrehearsed: { why: judged.why, attempted: true } }
    const orphans = judged === null ? await findOrphans(database, schema).catch(() => []) : []
    return {
      tooSmall: judged?.tooSmall,
      rehearsal: {
        passed: judged === null,
        seconds: Math.round((performance.now() - began) / 100) / 10,
        server: database.version,
        tables: dump.tables.length,
        rows: Object.values(dump.rows ?? {}).reduce((sum, count) => sum + count, 0),
        orphans: [...orphans],
        detail: judged?.why ?? describe(database, at, { schema, dump })
      }
    }
  })
  if ('value' in outcome) return outcome.value
  const { why, attempted, lacksProgram = false } = outcome
  return { unrehearsed: { why, attempted }, lacksProgram }
}

/** The first difference as a failure. */
async function compare(database: ScratchServer, schema: string, dump: ManifestDump): Promise<LoadFailure | null> {
  try {
    const difference = await compareRestored(database, schema, dump)
    return difference === null ? null : { kind: 'refused', code: null, words: difference }
  } catch (error) {
    if (error instanceof ScratchQueryError) return error.failure
    throw error
  }
}

function circumstances(database: ScratchServer, dump: ManifestDump, settings: ServerSettings) {
  const packet = settings.max_allowed_packet
  return {
    server: database.version,
    shop: settings.version ?? dump.serverVersion,
    longest: dump.longestStatement ?? null,
    packet: packet === undefined ? null : Number(packet)
  }
}

/** What passed, and which properties of the shop's own server were not available here. */
function describe(
  { version, refusedSettings }: ScratchServer,
  { shop }: { readonly shop: string | null },
  { schema, dump }: { readonly schema: string; readonly dump: ManifestDump }
): string {
  const others = [...new Set(dump.outside.map((table) => table.schema))].filter((name) => name !== schema)
  const unlike = [
    isSameRelease(version, shop) ? [] : [`on ${version}, while the shop has ${shop ?? 'an unknown version'}`],
    refusedSettings.length === 0 ? [] : [`without the shop's ${refusedSettings.join(', ')}`],
    others.length === 0 ? [] : [`with stand-ins for tables of ${others.slice(0, 10).join(', ')}`]
  ].flat()
  const but = unlike.length === 0 ? '' : `, but ${unlike.join(', ')}`
  return `restored; tables, rows and CHECK TABLE agree${but}`
}
