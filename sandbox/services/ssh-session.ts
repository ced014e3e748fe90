import { resolve } from 'node:path'

/** What a login to a node leads to. */
export type SshSession =
  | {
      /** A shell in the root of the application, or in the home folder as long as nothing is deployed. */
      readonly kind: 'application'
      readonly appRoot: string
      /** What runs the commands. Default bash, as on the platform. */
      readonly shell?: 'bash' | 'dash'
    }
  | {
      /** Fetches from and pushes to one bare repository, and nothing else. */
      readonly kind: 'git'
      readonly repository: string
      /** The path that clients ask for, e.g. `abcdef.git`. */
      readonly path: string
    }

/** The script that sshd runs for every login. */
export function renderSession(options: {
  readonly folder: string
  readonly home: string
  readonly session: SshSession
}): string {
  const { folder, home, session } = options
  const prelude = `#!/usr/bin/env bash
unset BASH_ENV SSH_CONNECTION SSH_CLIENT
export HOME=${quote(home)} PATH=${quote(`${folder}/bin:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`)} LC_ALL=C.UTF-8
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
. ${quote(`${folder}/environment`)}
cat ${quote(`${folder}/notice`)} >&2
cat ${quote(`${folder}/greeting`)}
command=\${SSH_ORIGINAL_COMMAND-}
unset SSH_ORIGINAL_COMMAND
`
  return prelude + (session.kind === 'git' ? gitSession(session) : applicationSession(session))
}

function applicationSession({ appRoot, shell = 'bash' }: Extract<SshSession, { kind: 'application' }>): string {
  // The platform's logs lie below /var/log, on dedicated nodes in a folder of the user's; here they have a folder elsewhere.
  return `root=${quote(resolve(appRoot))}
cd "\${SANDBOX_APP_ROOT:-$root}" 2>/dev/null || cd
if [ -n "\${MAGENTO_CLOUD_LOG_DIR-}" ]; then
  printf -v logs '%q/' "$MAGENTO_CLOUD_LOG_DIR"
  command=\${command//'/var/log/platform/"$USER"/'/"$logs"}
  command=\${command//'/var/log/'/"$logs"}
fi
[ -n "$command" ] && exec ${shell} -c "$command"
if [ -t 0 ]; then exec bash --noprofile --norc -i; fi
exec ${shell} -s
`
}

function gitSession({ repository, path }: Extract<SshSession, { kind: 'git' }>): string {
  return `case $command in
  ${['git-receive-pack', 'git-upload-pack'].map((verb) => accepted(verb, path, repository)).join('\n  ')}
esac
echo "service doesn't exist or you do not have access to it" >&2
exit 1
`
}

function accepted(verb: string, path: string, repository: string): string {
  const bare = path.replace(/\.git$/, '')
  const asked = [path, bare, `/${path}`, `/${bare}`].flatMap((name) => [name, `'${name}'`])
  return `${asked.map((name) => quote(`${verb} ${name}`)).join('|')}) exec ${verb} ${quote(resolve(repository))} ;;`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
