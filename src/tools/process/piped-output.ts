import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandResult, RunCommand } from './command.js'
import { makePrivateFolder, removePrivateFolder } from '../files/private-folder.js'

/**
 * Reads the output of a process while it runs, no faster than `read` takes it: through a named pipe, which makes the
 * process wait. `start` gets the pipe's path for its stdout. A `read` that throws closes the pipe, which ends the
 * process; its error comes out once the process has ended.
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
    // The error is awaited below; until then it must not count as unhandled.
    reading.catch(() => undefined)
    const result = await start(file)
    await release(file)
    return { value: await reading, result }
  } finally {
    await removePrivateFolder(folder)
  }
}

/** A process that never opened the pipe leaves its reader waiting for a writer: be one for a moment. */
async function release(file: string): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null)
  await handle?.close()
}

const noiseLimit = 1024 * 1024

/** What follows the first `mark` of a stream; nothing where it does not come within the first MiB. */
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
