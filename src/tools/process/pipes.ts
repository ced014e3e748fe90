import { constants, createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandResult, RunCommand, RunOptions } from './command.js'
import { makePrivateFolder, removePrivateFolder } from '../files/private-folder.js'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Reads the output of a process while it runs, no faster than `read` takes it, through a named pipe. `start` gets the
 * pipe's path for its stdout. If `read` throws, the pipe is closed, which ends the process; the error is thrown once
 * the process has ended.
 */
export async function withPipe<T>(
  run: RunCommand,
  start: (file: string) => Promise<CommandResult>,
  read: (source: AsyncIterable<Buffer>) => Promise<T>
): Promise<{ readonly value: T; readonly result: CommandResult }> {
  const folder = await makePrivateFolder('pipe')
  const file = join(folder, 'stdout')
  try {
    await run(['mkfifo', '-m', '600', file], { env: { PATH: process.env['PATH'] ?? '' } })
    const source = createReadStream(file, { highWaterMark: 256 * 1024 })
    const reading = read(source as AsyncIterable<Buffer>).finally(() => source.destroy())
    // The rejection is awaited below; until then it must not be reported as unhandled.
    reading.catch(() => undefined)
    const result = await start(file)
    await release(file)
    return { value: await reading, result }
  } finally {
    await removePrivateFolder(folder)
  }
}

/** If the process never opened the pipe, its reader still waits for a writer: open it for writing for a moment. */
async function release(file: string): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null)
  await handle?.close()
}

const noiseLimit = 1024 * 1024

/** What follows the first `mark` of a stream; nothing if it does not come within the first MiB. */
export async function* afterMark(
  source: AsyncIterable<Buffer>,
  mark: Buffer,
  found: () => unknown
): AsyncGenerator<Buffer> {
  let before: Buffer | null = Buffer.alloc(0)
  for await (const chunk of source) {
    if (before === null) {
      yield chunk
      continue
    }
    if (before.length > noiseLimit) continue
    before = Buffer.concat([before, chunk])
    const at = before.indexOf(mark)
    if (at < 0) continue
    found()
    yield before.subarray(at + mark.length)
    before = null
  }
}

/** The outcome of a process fed from a stream, and why the stream failed, or null. */
interface FedProcess {
  readonly result: CommandResult
  readonly failure: string | null
}

/** Runs a process whose stdin is `source`, read no faster than the process takes it, through a named pipe. */
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
    // If the process never opened the pipe, its writer still waits: open it for reading for a moment.
    await (await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)).close()
    return { result, failure: await writing }
  } finally {
    await removePrivateFolder(folder)
  }
}
