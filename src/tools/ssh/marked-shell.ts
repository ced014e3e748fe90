import { shellQuote } from '../../shell-quote.js'

// Everything that a login prints up to the mark is a banner, which would break the protocol. `read` takes one byte at a
// time from a pipe, so nothing after the mark is lost. The exit status is ssh's.
const script = `begin="$MCU_BEGIN begin"
[ "$1" != -l ] || { user=$2; shift 2; }
host=$1; shift
remote="printf '\\n%s\\n' '$begin' && exec $*"
exec 4>&1
status=$({ { eval "$MCU_SSH" '\${user:+-l "$user"}' -- '"$host" "$remote"'; echo "$?" >&3; } |
  { while IFS= read -r line; do [ "$line" != "$begin" ] || exec cat; done; } >&4; } 3>&1)
exit "$status"`

/** A remote shell for programs with their own protocol, such as rsync. */
interface MarkedShell {
  /** The program's remote shell, which it calls with the host and the command. */
  readonly command: string
  /** Variables that it needs besides those of the program. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Wraps `ssh`, a command line for a shell, so that the remote program's output begins after a mark: output of the
 * server's start-up files is not read as protocol. `nonce` must be fresh.
 */
export function markedShell(ssh: string, nonce: string): MarkedShell {
  return {
    command: `sh -c ${shellQuote('eval "$MCU_SHELL"')} shell`,
    env: { MCU_SHELL: script, MCU_SSH: ssh, MCU_BEGIN: nonce }
  }
}
