import { UpgradeError } from '../../../errors.js'
import type { Logger } from '../../../logger.js'
import type { Backup } from '../../../report/report.js'
import { ageRecipients } from '../../../tools/dump/age-recipients.js'
import type { BackupInput } from '../backup-request.js'
import type { RestoreTools } from './restore-request.js'

/** What the way back is made of. */
interface WayBackInput extends Pick<BackupInput, 'project' | 'environment' | 'application' | 'rehearsal' | 'hosts'> {
  /** Folder that gets the folder of the backup. */
  readonly directory: string
  /** Text of the age identity file that the backup to restore was read with: what is made here can be read with it, too. */
  readonly identity: string | null
}

/**
 * A proven backup on this machine of what a restore is about to drop. Throws UpgradeError like a backup, and says how
 * to do without it.
 */
export async function makeWayBack(
  { backUp }: Pick<RestoreTools, 'backUp'>,
  { identity, ...place }: WayBackInput
): Promise<Backup> {
  const recipients = identity === null ? [] : await ageRecipients(identity)
  const what = { strategy: 'ssh-dump', to: 'runner', level: 'proven-without-rehearsal', mayBeBroken: true } as const
  const input = { ...what, ...place, reuse: null, recipients, exclude: [], media: false, attempts: 3 }
  return backUp(input).catch((error: unknown) => {
    throw error instanceof UpgradeError ? withoutWayBack(error) : error
  })
}

function withoutWayBack(error: UpgradeError): UpgradeError {
  return new UpgradeError(error.code, {
    message: `What the database holds now could not be backed up first. ${error.message}`,
    next: `${error.next} Or add --no-way-back where what is there now is worth nothing: no command brings it back then.`,
    problems: error.problems
  })
}

/** Says where the way back lies. */
export function tellWayBack(logger: Logger, { location, state }: Backup): void {
  logger.info(`What the database holds now was backed up first (${state}): ${location ?? ''}`)
}
