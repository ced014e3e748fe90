import { UpgradeError } from '../../errors.js'
import { createEncrypter } from '../../tools/dump/dump-sink.js'

/** The age recipients of an option. Throws UpgradeError `bad-input` for one that is none. */
export function readRecipients(text: string): readonly string[] {
  const recipients = text.split(/[\s,]+/).filter((recipient) => recipient !== '')
  try {
    createEncrypter(recipients)
    return recipients
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: `backup-encrypt-to: ${error instanceof Error ? error.message : String(error)}.`,
      next: 'Give public keys as age-keygen prints them, separated by spaces.'
    })
  }
}
