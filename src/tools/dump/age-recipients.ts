import { identityToRecipient } from 'age-encryption'

/** The recipients (age1…) of an age identity file's text, used to encrypt what the identity can read. */
export async function ageRecipients(identity: string): Promise<readonly string[]> {
  const lines = identity.split('\n').map((line) => line.trim())
  return Promise.all(lines.filter((line) => line.startsWith('AGE-SECRET-KEY-')).map(identityToRecipient))
}
