import type { Environment } from '../process/child-environment.js'
import { shellQuote } from '../../shell-quote.js'
import type { Files } from '../files.js'
import { ownOptions } from './options.js'

// Variables of magento-cloud that its children inherit.
const tokens = 'MAGENTO_CLOUD_CLI_TOKEN MAGENTO_CLOUD_CLI_API_TOKEN'

/**
 * Writes an `ssh` to `folder` that adds our known hosts to every call and reads no user settings, and returns an
 * environment with it first on PATH. magento-cloud starts ssh by itself and would read the user's own known_hosts,
 * which a fresh runner does not have; its releases before 4.13 take no options for ssh. This ssh, and the `ssh-keygen`
 * and `curl` next to it, start without the API token.
 */
export async function withPinnedSsh(
  files: Files,
  environment: Environment,
  pinned: { readonly folder: string; readonly knownHostsFile: string; readonly hostKey: 'pinned' | 'accept-new' }
): Promise<Environment> {
  const path = environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'
  const options = ownOptions(pinned.knownHostsFile)
  const flags = Object.entries(options).map(([name, value]) => `-o ${shellQuote(`${name}=${value}`)}`)
  const strict = pinned.hostKey === 'pinned' ? 'strict=yes\n' : strictWhereKnown(pinned.knownHostsFile)
  const start = (program: string, before = ''): string =>
    `#!/bin/sh\nunset ${tokens}\nPATH=${shellQuote(path)}\nexport PATH\n${before}exec ${program} "$@"\n`
  const ssh = `ssh -F none -o "StrictHostKeyChecking=$strict" ${flags.join(' ')}`
  await files.writeProgram(files.join(pinned.folder, 'ssh'), start(ssh, strict))
  for (const name of ['ssh-keygen', 'curl']) await files.writeProgram(files.join(pinned.folder, name), start(name))
  return { ...environment, PATH: `${pinned.folder}:${path}` }
}

// accept-new also accepts a key of another type for a known host, which an attacker in between could offer. `ssh -G`
// shows the host and port that the command line means, without connecting.
function strictWhereKnown(knownHostsFile: string): string {
  return `name=$(ssh -F none -G "$@" </dev/null 2>/dev/null |
  awk '$1 == "hostname" { host = $2 } $1 == "port" { port = $2 } END { print (port == 22 ? host : "[" host "]:" port) }')
strict=accept-new
if [ -n "$(ssh-keygen -F "$name" -f ${shellQuote(knownHostsFile)} 2>/dev/null)" ]; then strict=yes; fi
`
}
