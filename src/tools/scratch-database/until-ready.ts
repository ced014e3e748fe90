import { setTimeout as pause } from 'node:timers/promises'
import type { ScratchClient } from './scratch-client.js'

const startSeconds = 60
// What loading and comparing a dump needs, on one schema. A view that uses a function cannot be made without EXECUTE;
// nothing is ever asked of a view here, and no function could do more than this user may.
const rights =
  'SELECT, INSERT, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER, EVENT, CREATE ROUTINE, ALTER ROUTINE, EXECUTE'

/**
 * Waits until a new server answers, makes the schema `rehearsal` and its user, and takes all others away. Returns the
 * server's version.
 */
export async function untilReady(
  connect: (user: string) => Pick<ScratchClient, 'query'>,
  ended: Promise<unknown>
): Promise<string> {
  const root = connect('root')
  const server = { over: false }
  void ended.then(() => (server.over = true))
  const deadline = performance.now() + startSeconds * 1000
  for (;;) {
    const version = await root.query('SELECT VERSION()').catch(() => null)
    if (version !== null) {
      await prepare(root)
      return version.trim()
    }
    if (server.over || performance.now() > deadline)
      throw new Error('a scratch database could not be started on this machine')
    await pause(100)
  }
}

async function prepare(root: Pick<ScratchClient, 'query'>): Promise<void> {
  await root.query(
    `CREATE DATABASE rehearsal CHARACTER SET utf8mb4; CREATE USER rehearsal@localhost; GRANT ${rights} ON rehearsal.* TO rehearsal@localhost`
  )
  const others = await root.query(
    "SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.user WHERE User = 'root' ORDER BY Host = 'localhost'"
  )
  await root.query(`DROP USER ${others.trim().split('\n').join(', ')}`)
}
