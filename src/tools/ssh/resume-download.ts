import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pRetry from 'p-retry'

/**
 * Sends what follows the first `offset` bytes of a remote file to `take`. Throws {@link LostConnection} if it broke
 * off.
 */
type SendRest = (offset: number, take: (source: AsyncIterable<Buffer>) => Promise<void>) => Promise<void>

/** A connection that ended before everything was sent. */
export class LostConnection extends Error {}

/**
 * Reads a remote file with `read`, and goes on behind the last byte that arrived where the connection breaks, five
 * times. Whether it all belongs together is the reader's to prove, by the checksum of the whole. Throws what `read`
 * throws, and the last error of `send`.
 */
export async function resumeDownload<T>(
  send: SendRest,
  read: (source: AsyncIterable<Buffer>) => Promise<T>
): Promise<T> {
  const whole = new PassThrough()
  const reading = read(whole as AsyncIterable<Buffer>)
  // Nobody takes anything any more: the process that sends is to end. The error is the caller's, below.
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
