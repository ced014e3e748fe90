import { UpgradeError } from '../../errors.js'
import { readPrivateKey } from './private-key.js'
import type { Secret } from '../../secrets/secret.js'
import type { Files } from '../files.js'
import type { RunCommand, RunOptions } from '../process/command.js'

/**
 * Writes a private key into `folder` (mode 0600) as ssh can read it, repaired if possible. Throws UpgradeError
 * `bad-secret` for a public key, a key with a passphrase, or anything else that ssh-keygen does not read; no part of
 * the key is shown.
 */
export async function writeSshKey(
  { run, env, files }: { readonly run: RunCommand; readonly env: RunOptions['env']; readonly files: Files },
  given: Secret,
  folder: string
): Promise<{ readonly keyFile: string; readonly certificateFile: null }> {
  const key = readPrivateKey(given.reveal())
  if (key.text === null) throw badKey(key.why, key.next)
  const keyFile = files.join(folder, 'ssh-key')
  await files.write(keyFile, key.text, { secret: true })
  const probe = await run(['ssh-keygen', '-y', '-P', '', '-f', keyFile], { env })
  if (probe.exitCode === 0) return { keyFile, certificateFile: null }
  await files.remove(keyFile)
  if (/passphrase/i.test(probe.stderr) || key.text.includes('ENCRYPTED'))
    throw badKey('it has a passphrase', 'Use a key without a passphrase, for this purpose only.')
  if (key.text.includes('BEGIN PRIVATE KEY'))
    throw badKey('ssh-keygen cannot read this format', 'Create a new one: ssh-keygen -t ed25519 -N "" -f key')
  throw badKey(
    'ssh-keygen cannot read it: it is cut off or damaged',
    'Set the option to the whole file, from BEGIN to END.'
  )
}

function badKey(why: string, next: string): UpgradeError {
  return new UpgradeError('bad-secret', {
    message: `The key in ssh-private-key cannot be used: ${why}.`,
    next
  })
}
