import { setTimeout as pause } from 'node:timers/promises'
import type { ScratchClient } from './scratch-client.js'

const startSeconds = 60

/** A scratch server that does not start. */
export class NotStarted extends Error {}

/** Waits until a new server answers; returns its version. Throws {@link NotStarted} if it ends or takes a minute. */
export async function untilReady(root: Pick<ScratchClient, 'query'>, ended: Promise<unknown>): Promise<string> {
  const server = { over: false }
  void ended.then(() => (server.over = true))
  const deadline = performance.now() + startSeconds * 1000
  for (;;) {
    const version = await root.query('SELECT VERSION()').catch(() => null)
    if (version !== null) return version.trim()
    if (server.over || performance.now() > deadline)
      throw new NotStarted('the scratch database could not be started on this machine')
    await pause(100)
  }
}
