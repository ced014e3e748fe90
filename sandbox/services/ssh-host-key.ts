import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.js'
import { findProgram } from './find-program.js'

/** A key pair of ssh-keygen, without passphrase. */
export interface SshKeyPair {
  readonly privateKeyFile: string
  /** One line: type, key, comment. */
  readonly publicKey: string
}

/** Makes an ed25519 key pair `directory/name`, such as the host key that the nodes of one host name share. */
export async function createSshKey(directory: string, name: string): Promise<SshKeyPair> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const privateKeyFile = join(directory, name)
  const options = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', privateKeyFile]
  await runProgram([findProgram(['ssh-keygen']), ...options], { cwd: directory, env: { HOME: directory } })
  return { privateKeyFile, publicKey: (await readFile(`${privateKeyFile}.pub`, 'utf8')).trim() }
}

/** The known_hosts lines that pin one key for host names. */
export function knownHostsLines(publicKey: string, hosts: readonly string[]): string {
  const [type = '', key = ''] = publicKey.split(' ')
  return hosts.map((host) => `${host} ${type} ${key}\n`).join('')
}
