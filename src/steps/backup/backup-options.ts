import { UpgradeError } from '../../errors.js'
import { createEncrypter } from '../../tools/dump/dump-sink.js'

/** The tables and views of an option, in the order of their names. Throws UpgradeError `bad-input` for what is no name. */
export function readExclude(text: string): readonly string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  const bad = names.filter((name) => !/^[A-Za-z0-9_$]+$/.test(name))
  if (bad.length === 0) return [...new Set(names)].sort()
  throw new UpgradeError('bad-input', {
    message: `backup-exclude: ${bad.join(', ')} is no name of a table or view.`,
    next: 'Give names of letters, digits, _ and $, separated by spaces.'
  })
}

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
