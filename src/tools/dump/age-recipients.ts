import { identityToRecipient } from 'age-encryption'

/** The recipients (age1…) of an age identity file's text, so that what is encrypted for them can be read with it. */
export async function ageRecipients(identity: string): Promise<readonly string[]> {
  const lines = identity.split('\n').map((line) => line.trim())
  return Promise.all(lines.filter((line) => line.startsWith('AGE-SECRET-KEY-')).map(identityToRecipient))
}
