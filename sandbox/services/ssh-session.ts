import { shellQuote } from './shell-quote.js'
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
export HOME=${shellQuote(home)} PATH=${shellQuote(`${folder}/bin:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`)} LC_ALL=C.UTF-8
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
. ${shellQuote(`${folder}/environment`)}
cat ${shellQuote(`${folder}/notice`)} >&2
cat ${shellQuote(`${folder}/greeting`)}
command=\${SSH_ORIGINAL_COMMAND-}
unset SSH_ORIGINAL_COMMAND
`
  return prelude + (session.kind === 'git' ? gitSession(session) : applicationSession(session))
}

function applicationSession({ appRoot, shell = 'bash' }: Extract<SshSession, { kind: 'application' }>): string {
  // On dedicated nodes the root and the user are called after the project; both decide where its logs are looked for.
  return `root=\${SANDBOX_APP_ROOT:-${shellQuote(resolve(appRoot))}}
export USER="\${SANDBOX_APP_NAME:-web}"
named="$HOME/\${SANDBOX_APP_NAME-}"
if [ -n "\${SANDBOX_APP_NAME-}" ] && [ "$(readlink "$named")" != "$root" ]; then ln -sfn "$root" "$named"; fi
cd "$named" 2>/dev/null && [ -n "\${SANDBOX_APP_NAME-}" ] || cd "$root" 2>/dev/null || cd
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
  return `${asked.map((name) => shellQuote(`${verb} ${name}`)).join('|')}) exec ${verb} ${shellQuote(resolve(repository))} ;;`
}
