import { runWithInput } from '../process/pipes.js'
import type { RunCommand } from '../process/command.js'
import { loadFailure, ScratchQueryError, type LoadFailure } from './load-failure.js'

/** One user's access to a scratch database. */
export interface ScratchClient {
  /** Loads SQL into the schema; returns why it could not be loaded, without any data of it, or null. */
  load(sql: AsyncIterable<Uint8Array>): Promise<LoadFailure | null>
  /** Runs SQL and returns the rows as lines with tabs. Throws {@link ScratchQueryError} if the server refuses. */
  query(sql: string): Promise<string>
}

interface Access {
  readonly client: string
  readonly socket: string
  /** Name of the schema that is loaded into. */
  readonly schema: string
  readonly env: Readonly<Record<string, string>>
  readonly confined: (argv: readonly string[]) => [string, ...string[]]
}

/**
 * The command-line client of this machine for any user of the server, without commands that touch files or programs. It
 * waits as long as its server runs, whose time is bounded.
 */
export async function createScratchClient(
  run: RunCommand,
  { client, socket, schema, env, confined }: Access
): Promise<(user: string) => ScratchClient> {
  const { stdout: help } = await run([client, '--no-defaults', '--help'], { env })
  // Clients from 10.5.25, 10.6.18 and 10.11.8 on can be told to leave files and programs alone, those of MySQL 8.4 by halves.
  const locked = ['sandbox', 'system-command'].filter((name) => new RegExp(`^ +--${name}\\b`, 'm').test(help))
  const flags = locked.map((name) => (name === 'sandbox' ? '--sandbox' : '--skip-system-command'))
  return (user) => {
    const options = [`--socket=${socket}`, `--user=${user}`, '--local-infile=0', '--default-character-set=utf8mb4']
    const login = [client, '--no-defaults', ...options, ...flags]
    return {
      query: async (sql) => {
        const argv = confined([...login, '--batch', '--raw', '--skip-column-names'])
        const result = await run(argv, { env, input: sql })
        if (result.exitCode === 0) return result.stdout
        throw new ScratchQueryError(loadFailure(result.stderr))
      },
      load: async (sql) => {
        // In binary mode nothing in a dump can make the client run a command of this machine.
        const argv = confined([...login, '--binary-mode', '--max-allowed-packet=1G', `--database=${schema}`])
        const { result, failure } = await runWithInput(run, argv, { env, source: sql })
        if (result.exitCode !== 0) return loadFailure(result.stderr)
        return failure === null ? null : { kind: 'refused', code: null, words: failure }
      }
    }
  }
}
