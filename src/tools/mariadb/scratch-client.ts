import { runWithInput } from '../process/pipes.js'
import type { RunCommand } from '../process/command.js'
import { loadFailure, ScratchQueryError, type LoadFailure } from './load-failure.js'

/** One user's access to a scratch database. */
export interface ScratchClient {
  /** Loads SQL into the schema; returns why it could not be loaded, without any of its data, or null. */
  load(sql: AsyncIterable<Uint8Array>): Promise<LoadFailure | null>
  /** Runs SQL and returns the rows as lines with tabs. Throws {@link ScratchQueryError} if the server refuses. */
  query(sql: string): Promise<string>
}

interface Access {
  readonly client: string
  readonly socket: string
  /** Name of the schema to load into. */
  readonly schema: string
  readonly env: Readonly<Record<string, string>>
  readonly confined: (argv: readonly string[]) => [string, ...string[]]
}

/**
 * This machine's command-line client for any user of the server, without commands for files or programs. It has no
 * timeout of its own: its server's time is limited.
 */
export async function createScratchClient(
  run: RunCommand,
  { client, socket, schema, env, confined }: Access
): Promise<(user: string) => ScratchClient> {
  const { stdout: help } = await run([client, '--no-defaults', '--help'], { env })
  // Clients from 10.5.25, 10.6.18 and 10.11.8 on can disable access to files and programs, those of MySQL 8.4 only in
  // part.
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
        // In binary mode nothing in a dump can make the client run a command on this machine.
        const argv = confined([...login, '--binary-mode', '--max-allowed-packet=1G', `--database=${schema}`])
        const { result, failure } = await runWithInput(run, argv, { env, source: sql })
        if (result.exitCode !== 0) return loadFailure(result.stderr)
        return failure === null ? null : { kind: 'refused', code: null, words: failure }
      }
    }
  }
}
