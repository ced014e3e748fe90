import { constants, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CommandResult, RunCommand, RunOptions } from './command.js'
import { makePrivateFolder, removePrivateFolder } from '../files/private-folder.js'

/** How a process ended that was fed from a stream, and why the stream did not reach its end, or null. */
export interface FedProcess {
  readonly result: CommandResult
  readonly failure: string | null
}

/** Runs a process whose stdin is `source`, read no faster than the process takes it: through a named pipe. */
export async function runWithInput(
  run: RunCommand,
  argv: readonly [string, ...string[]],
  { source, ...options }: RunOptions & { readonly source: AsyncIterable<Uint8Array> }
): Promise<FedProcess> {
  const folder = await makePrivateFolder('pipe')
  const pipe = join(folder, 'stdin')
  try {
    await run(['mkfifo', '-m', '600', pipe], { env: options.env })
    const writing = pipeline(Readable.from(source), createWriteStream(pipe)).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    )
    const redirect = ['sh', '-c', 'pipe=$1; shift; exec "$@" <"$pipe"', 'feed', pipe] as const
    const result = await run([...redirect, ...argv], options)
    // A process that never opened the pipe leaves its writer waiting: be a reader for a moment.
    await (await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)).close()
    return { result, failure: await writing }
  } finally {
    await removePrivateFolder(folder)
  }
}
