import { UpgradeError } from '../../errors.js'
import { parseRemoteAnswer } from '../../project/remote-answer.js'
import type { Ssh, SshHost } from '../../tools/ssh.js'
import { databaseFacts, type DatabaseFacts } from './database-facts.js'
import { listObjectsScript } from './remote-scripts.js'

/** Names of the tables and views of a relationship's database, and more. Throws UpgradeError `backup-failed`. */
export async function listObjects(
  ssh: Ssh,
  host: SshHost,
  relationship: string
): Promise<DatabaseFacts & { readonly names: readonly string[] }> {
  const result = await ssh.script(host, listObjectsScript(relationship), { timeoutSeconds: 120 })
  const answer = parseRemoteAnswer(result.stdout)
  if (result.exitCode === 0 && answer.one('done') === 'yes')
    return { ...databaseFacts(answer), names: answer.all('objects') }
  throw dumpFailure(
    answer.one('failure') ?? result.failure ?? `the script ended with exit code ${result.exitCode ?? '?'}`
  )
}

/** The error of a dump that could not be made at all. */
export function dumpFailure(why: string): UpgradeError {
  return new UpgradeError('backup-failed', {
    message: `The database could not be dumped: ${why}.`,
    unchanged: 'Older backups, the checkout, the branch and the environment are as they were.',
    next: 'Mend what is named above, then run again.'
  })
}
