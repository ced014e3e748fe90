import type { Environment } from './child-environment.js'
import type { Files } from './files.js'

// What magento-cloud was given and hands on to all that it starts.
const tokens = 'MAGENTO_CLOUD_CLI_TOKEN MAGENTO_CLOUD_CLI_API_TOKEN'

/**
 * Writes an `ssh` into `folder` that adds our known hosts to every call and reads no settings of the user, and returns
 * an environment in which it comes first on PATH. magento-cloud starts ssh by itself and would read the user's own
 * known_hosts, which a fresh runner does not have; its releases before 4.13 take no options for ssh. This ssh, and
 * the `ssh-keygen` and `curl` beside it, start without the API token.
 */
export async function withPinnedSsh(
  files: Files,
  environment: Environment,
  pinned: { readonly folder: string; readonly knownHostsFile: string; readonly hostKey: 'pinned' | 'accept-new' }
): Promise<Environment> {
  const path = environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'
  const options = {
    BatchMode: 'yes',
    StrictHostKeyChecking: pinned.hostKey === 'pinned' ? 'yes' : 'accept-new',
    UserKnownHostsFile: pinned.knownHostsFile,
    GlobalKnownHostsFile: '/dev/null',
    UpdateHostKeys: 'no',
    // An agent with many keys would use up the tries that a server allows.
    IdentitiesOnly: 'yes',
    IdentityAgent: 'none',
    ServerAliveInterval: '15',
    ServerAliveCountMax: '4'
  }
  const flags = Object.entries(options).map(([name, value]) => `-o ${quote(`${name}=${value}`)}`)
  const start = (program: string): string =>
    `#!/bin/sh\nunset ${tokens}\nPATH=${quote(path)}\nexport PATH\nexec ${program} "$@"\n`
  await files.writeProgram(files.join(pinned.folder, 'ssh'), start(`ssh -F none ${flags.join(' ')}`))
  for (const name of ['ssh-keygen', 'curl']) await files.writeProgram(files.join(pinned.folder, name), start(name))
  return { ...environment, PATH: `${pinned.folder}:${path}` }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
