import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.js'
import { findProgram } from './find-program.js'
import { createSshKey } from './ssh-host-key.js'

/** The one principal of the platform's certificates; which environments it opens is decided by the nodes. */
export const platformPrincipal = 'platform-user'

/** The authority that the platform's nodes trust. */
export interface SshCertifier {
  /** For TrustedUserCAKeys. */
  readonly publicKey: string
  /** Signs a user's public key for this long from now. Returns the certificate's one line. */
  signKey(publicKey: string, options: { readonly keyId: string; readonly seconds: number }): Promise<string>
}

/** Makes an authority whose key lies below `directory`. */
export async function createSshCertifier({ directory }: { readonly directory: string }): Promise<SshCertifier> {
  const authority = await createSshKey(directory, 'user-authority')
  let serial = 0
  return {
    publicKey: authority.publicKey,
    signKey: async (publicKey, { keyId, seconds }) => {
      const folder = await mkdtemp(join(directory, 'sign-'))
      try {
        await writeFile(join(folder, 'key.pub'), `${publicKey.trim()}\n`)
        serial += 1
        // The start is far enough back for an already expired certificate: negative seconds.
        const limits = [
          '-V',
          `-1h:${seconds < 0 ? '' : '+'}${seconds}s`,
          '-n',
          platformPrincipal,
          '-z',
          String(serial),
          '-I',
          keyId
        ]
        const call = ['-q', '-s', authority.privateKeyFile, ...limits, join(folder, 'key.pub')]
        await runProgram([findProgram(['ssh-keygen']), ...call], { cwd: folder, env: { HOME: folder } })
        return (await readFile(join(folder, 'key-cert.pub'), 'utf8')).trim()
      } finally {
        await rm(folder, { recursive: true })
      }
    }
  }
}
