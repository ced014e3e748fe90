import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { SshIdentity } from '../ssh/options.js'
import { unexpectedAnswer } from './answers.js'

/** The key pair and certificate where `ssh-cert:load` leaves them; throws `retry-later` if they are missing. */
export async function findSshIdentity(home: string): Promise<SshIdentity> {
  const keyFile = join(home, '.magento-cloud', '.session', 'sess-cli-default', 'ssh', 'id_ed25519')
  const certificateFile = `${keyFile}-cert.pub`
  if (!(await exists(keyFile)) || !(await exists(certificateFile))) throw unexpectedAnswer('no SSH certificate')
  return { keyFile, certificateFile }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false
  )
}
