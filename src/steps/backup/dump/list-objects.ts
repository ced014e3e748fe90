import { UpgradeError } from '../../../errors.js'
import { namesOf, parseRemoteAnswer, type RemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import { sshFailureCode, sshFailureFix } from '../../../tools/ssh/failure.js'
import { readServerSettings, type ServerSettings } from '../../../tools/mariadb/server-settings.js'
import type { RemoteResult, Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { databaseFacts, type DatabaseFacts } from './database-facts.js'
import { causeOfOutput, DumpError, type DumpCause } from './dump-cause.js'
import type { DatabaseChoice } from './remote-shell.js'
import { listObjectsScript } from './remote-scripts.js'

/** A database before or after a dump. */
export interface ListedDatabase extends DatabaseFacts {
  /** Tables and views. */
  readonly names: readonly string[]
  /** Where it was read. */
  readonly source: 'primary' | 'replica'
  /** Bytes of its rows by its own statistics, without indexes; null if they are not reported. */
  readonly dataBytes: number | null
  /** State and id of a restore that has not ended, or that was killed; null if there is none. */
  readonly marker: string | null
  /** Settings of its server that decide what it accepts. */
  readonly settings: ServerSettings
}

/**
 * The tables and views of a database, and more, except for excluded ones. Throws UpgradeError `backup-failed`, and
 * `preflight-failed` or `bad-secret` if the host key or the login is refused.
 */
export async function listObjects(ssh: Ssh, host: SshHost, choice: DatabaseChoice): Promise<ListedDatabase> {
  const result = await ssh.script(host, listObjectsScript(choice), { timeoutSeconds: 120 })
  const answer = parseRemoteAnswer(result.stdout)
  if (result.exitCode !== 0 || answer.one('done') !== 'yes') throw scriptFailure(host, result, answer)
  const source = answer.one('source') === 'replica' ? 'replica' : 'primary'
  const size = Number(answer.one('data-bytes') ?? Number.NaN)
  const dataBytes = Number.isFinite(size) ? size : null
  const settings = readServerSettings(answer.all('setting'))
  return {
    ...databaseFacts(answer),
    names: without(namesOf(answer, 'objects'), choice.exclude),
    source,
    dataBytes,
    marker: answer.one('marker'),
    settings
  }
}

/** Names without the excluded ones. */
export function without(names: readonly string[], exclude: readonly string[]): readonly string[] {
  return names.filter((name) => !exclude.includes(name))
}

/** The error if a script that a dump depends on failed: its own message, or why SSH gave no answer. */
function scriptFailure(
  host: SshHost,
  { exitCode, failure, failureKind }: RemoteResult,
  answer: RemoteAnswer
): UpgradeError {
  const why = answer.one('failure') ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`
  const error = dumpFailure(why, causeOf(answer))
  if (answer.one('unreadable') === 'relationships') return noRelationship(error)
  const code = failureKind === null ? null : sshFailureCode(failureKind)
  if (code === null || failureKind === null) return error
  return new UpgradeError(code, { message: error.message, next: sshFailureFix(failureKind, host) })
}

/** Nothing was started: the platform names no database to dump. */
function noRelationship({ message }: UpgradeError): UpgradeError {
  const next =
    'Check relationships in .magento.app.yaml and .magento/services.yaml, and that the environment is deployed.'
  return new UpgradeError('preflight-failed', { message, next })
}

/** Why a script could not dump: what it found missing, or the database client's error; null if unknown. */
export function causeOf(answer: RemoteAnswer): DumpCause | null {
  if (answer.one('lacking') !== null) return 'rights'
  return causeOfOutput(answer.one('said') ?? '') === 'schema-change' ? 'schema-change' : null
}

/** The error if no dump was made at all. */
export function dumpFailure(why: string, cause: DumpCause | null = null): DumpError {
  const facts = {
    message: `The database could not be dumped: ${why}.`,
    next:
      cause === 'rights'
        ? 'Grant the privileges named above to the database user, or ask support for them.'
        : 'Fix the problem above, then run again.'
  }
  return new DumpError('backup-failed', facts, cause === null ? [] : [cause])
}
