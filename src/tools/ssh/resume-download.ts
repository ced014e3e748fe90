import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pRetry from 'p-retry'

/** Sends a remote file from byte `offset` on to `take`. Throws {@link LostConnection} if the connection broke. */
type SendRest = (offset: number, take: (source: AsyncIterable<Buffer>) => Promise<void>) => Promise<void>

/** A connection that ended before everything was sent. */
export class LostConnection extends Error {}

/**
 * Reads a remote file with `read`; if the connection breaks, continues after the last byte received, up to five times.
 * The reader must check the whole by its checksum. Throws what `read` throws, and the last error of `send`.
 */
export async function resumeDownload<T>(
  send: SendRest,
  read: (source: AsyncIterable<Buffer>) => Promise<T>
): Promise<T> {
  const whole = new PassThrough()
  const reading = read(whole as AsyncIterable<Buffer>)
  // `read` has ended, so the sending process must end. The caller gets the error below.
  reading.catch(() => whole.destroy())
  let arrived = 0
  const take = (source: AsyncIterable<Buffer>): Promise<void> => {
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        arrived += chunk.length
        yield chunk
      }
    }
    return pipeline(counted, whole, { end: false })
  }
  try {
    await pRetry(() => send(arrived, take), {
      retries: 5,
      minTimeout: 1000,
      shouldRetry: ({ error }) => error instanceof LostConnection && !whole.destroyed
    })
    whole.end()
  } catch (error) {
    whole.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  return reading
}
