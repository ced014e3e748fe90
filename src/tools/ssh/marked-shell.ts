import { shellQuote } from '../process/shell-quote.js'

// Of what a login prints, everything up to the mark is a banner, in the middle of which a protocol would begin. `read`
// takes one byte at a time from a pipe, so that nothing behind the mark is lost to it. The status is that of ssh.
const script = `begin="$MCU_BEGIN begin"
[ "$1" != -l ] || { user=$2; shift 2; }
host=$1; shift
remote="printf '\\n%s\\n' '$begin' && exec $*"
exec 4>&1
status=$({ { eval "$MCU_SSH" '\${user:+-l "$user"}' -- '"$host" "$remote"'; echo "$?" >&3; } |
  { while IFS= read -r line; do [ "$line" != "$begin" ] || exec cat; done; } >&4; } 3>&1)
exit "$status"`

/** A remote shell for programs that speak a protocol of their own, such as rsync. */
interface MarkedShell {
  /** What the program is given as its remote shell: it calls it with the host and the command. */
  readonly command: string
  /** Variables that it needs beside those of the program. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Wraps `ssh`, a command line for a shell, so that the remote program begins behind a mark: what a start-up file of the
 * server prints before is not read as its protocol. `nonce` must be fresh.
 */
export function markedShell(ssh: string, nonce: string): MarkedShell {
  return {
    command: `sh -c ${shellQuote('eval "$MCU_SHELL"')} shell`,
    env: { MCU_SHELL: script, MCU_SSH: ssh, MCU_BEGIN: nonce }
  }
}
