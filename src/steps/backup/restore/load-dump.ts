import { parseRemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { loadedSql, loadScript, type LoadChoice } from './load-script.js'
import type { LookedDatabase } from './look-at-database.js'
import type { DumpToLoad } from './try-on-server.js'

const timeoutSeconds = 6 * 3600

/** What a load leaves as it is: tables that were excluded from the dump, programs that its way of dumping leaves out. */
export function loadChoice({ dump }: DumpToLoad, looked: LookedDatabase, id: string): LoadChoice {
  const { relationship, excluded, missingPrograms, collation } = dump
  const other = collation !== undefined && looked.collation !== null && collation !== looked.collation
  return {
    relationship,
    id,
    keptTables: excluded,
    keptPrograms: missingPrograms,
    collation: other ? collation : null
  }
}

/**
 * Replaces a database by a dump that is read again and checked statement by statement. Returns why that did not reach
 * its end, in words and without data, or null.
 */
export async function loadDump(
  { ssh, host, dumpFiles }: { readonly ssh: Ssh; readonly host: SshHost; readonly dumpFiles: DumpFiles },
  { dump, path, identity }: DumpToLoad,
  choice: LoadChoice
): Promise<string | null> {
  const broken = { reading: null as string | null }
  const whole = dumpFiles.loadable(path, identity, { sqlSha256: dump.sqlSha256, last: loadedSql })
  const result = await ssh.feed(host, loadScript(choice), noting(whole, broken), { timeoutSeconds })
  const answer = parseRemoteAnswer(result.stdout)
  if (broken.reading !== null) return broken.reading
  return answer.one('failure') ?? (answer.one('done') === null ? (result.failure ?? 'the script ended early') : null)
}

/** The server says that its input ended; why, only this side knows. */
async function* noting(source: AsyncIterable<Buffer>, broken: { reading: string | null }): AsyncGenerator<Buffer> {
  try {
    yield* source
  } catch (error) {
    broken.reading = error instanceof Error ? error.message : String(error)
    throw error
  }
}
