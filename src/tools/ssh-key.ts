import { UpgradeError } from '../errors.js'
import type { Secret } from '../secret.js'
import type { Files } from './files.js'
import type { RunCommand, RunOptions } from './run-command.js'

/**
 * Writes a private key into `folder` (mode 0600) as ssh can read it: line ends and the final newline that
 * secrets lose on their way are repaired. Throws UpgradeError `bad-secret` for a public key, a key with a
 * passphrase, or anything else that ssh-keygen does not read; nothing of the key is shown.
 */
export async function writeSshKey(
  { run, env, files }: { readonly run: RunCommand; readonly env: RunOptions['env']; readonly files: Files },
  key: Secret,
  folder: string
): Promise<{ readonly keyFile: string; readonly certificateFile: null }> {
  const text = `${key.reveal().replaceAll('\r', '').replaceAll('\\n', '\n').trim()}\n`
  if (/^(ssh-|ecdsa-)/.test(text))
    throw badKey('it is the public half of a key', 'Give the private key: the file without .pub.')
  const keyFile = files.join(folder, 'ssh-key')
  await files.write(keyFile, text, { secret: true })
  const probe = await run(['ssh-keygen', '-y', '-P', '', '-f', keyFile], { env })
  if (probe.exitCode === 0) return { keyFile, certificateFile: null }
  await files.remove(keyFile)
  if (/incorrect passphrase/i.test(probe.stderr))
    throw badKey('it has a passphrase', 'Give a key without passphrase, for this one purpose.')
  throw badKey('ssh-keygen cannot read it', 'Give the whole file, from -----BEGIN to END----- with its line breaks.')
}

function badKey(why: string, next: string): UpgradeError {
  return new UpgradeError('bad-secret', {
    message: `The key in ssh-private-key cannot be used: ${why}.`,
    unchanged: 'Nothing was changed.',
    next
  })
}
