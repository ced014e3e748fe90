import { UpgradeError } from '../../errors.js'
import { createEncrypter } from '../../tools/dump/dump-sink.js'

/** The tables and views of an option, sorted by name. Throws UpgradeError `bad-input` for an invalid name. */
export function readExclude(text: string): readonly string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  const bad = names.filter((name) => !/^[A-Za-z0-9_$]+$/.test(name))
  if (bad.length === 0) return [...new Set(names)].sort()
  throw new UpgradeError('bad-input', {
    message: `backup-exclude: ${bad.join(', ')} is not a valid name of a table or view.`,
    next: 'Use names of letters, digits, _ and $, separated by spaces.'
  })
}

/** The age recipients of an option. Throws UpgradeError `bad-input` for an invalid one. */
export function readRecipients(text: string): readonly string[] {
  const recipients = text.split(/[\s,]+/).filter((recipient) => recipient !== '')
  try {
    createEncrypter(recipients)
    return recipients
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: `backup-encrypt-to: ${error instanceof Error ? error.message : String(error)}.`,
      next: 'Set it to public keys as age-keygen prints them, separated by spaces.'
    })
  }
}
