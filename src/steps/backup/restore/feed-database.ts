import { parseRemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'

const timeoutSeconds = 6 * 3600

const meanings: Readonly<Record<string, string>> = {
  1114: 'the disk of the database is full, or a limit was reached',
  1205: 'a session of the shop held a table for too long: put the site into maintenance mode, stop cron and consumers, and end the sessions that SHOW PROCESSLIST still lists'
}

/**
 * Runs a script that loads the compressed SQL of `source`. Returns why it did not finish, in words and without data, or
 * null.
 */
export async function feedDatabase(
  { ssh, host }: { readonly ssh: Ssh; readonly host: SshHost },
  script: string,
  source: AsyncIterable<Buffer>
): Promise<string | null> {
  const broken = { reading: null as string | null }
  // A stop right before the load throws; the database must still be queried for its content afterwards.
  const result = await ssh
    .feed(host, script, noting(source, broken), { timeoutSeconds })
    .catch((error: unknown) => ({ stdout: '', failure: error instanceof Error ? error.message : String(error) }))
  const answer = parseRemoteAnswer(result.stdout)
  if (broken.reading !== null) return broken.reading
  const failure = answer.one('failure')
  if (failure === null) return answer.one('done') === null ? (result.failure ?? 'the script ended early') : null
  const meaning = meanings[/ERROR (\d+)/.exec(failure)?.[1] ?? '']
  return meaning === undefined ? failure : `${failure}, ${meaning}`
}

/** The server reports that its input ended; only this side knows why. */
async function* noting(source: AsyncIterable<Buffer>, broken: { reading: string | null }): AsyncGenerator<Buffer> {
  try {
    yield* source
  } catch (error) {
    broken.reading = error instanceof Error ? error.message : String(error)
    throw error
  }
}
