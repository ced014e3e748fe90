import { shellQuote } from './shell-quote.js'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from './find-program.js'
import { replaceFile } from './replace-file.js'

/** Where each login of the platform, `user@host`, leads to. */
export type SshRoutes = Readonly<Record<string, { readonly port: number; readonly osUser: string }>>

/** The `ssh` that knows the platform's host names. */
export interface SshShim {
  /** Replaces all routes, for every ssh that starts from now on. */
  setRoutes(routes: SshRoutes): Promise<void>
}

/**
 * Writes `ssh` into `binDirectory`, which the sandbox puts first on PATH. It runs the real ssh, with the address of
 * a platform host replaced by loopback; the host key is still checked under the platform's name.
 */
export async function writeSshShim(options: {
  readonly binDirectory: string
  readonly routesFile: string
}): Promise<SshShim> {
  const { binDirectory, routesFile } = options
  const setRoutes = (routes: SshRoutes): Promise<void> => {
    const lines = Object.entries(routes).map(([login, { port, osUser }]) => `${login} ${port} ${osUser}\n`)
    return replaceFile(routesFile, lines.join(''))
  }
  await mkdir(binDirectory, { recursive: true })
  await setRoutes({})
  // ssh itself prints the login that its arguments ask for; if there is none, the arguments go to ssh unchanged.
  const script = `#!/bin/sh
real=${shellQuote(findProgram(['ssh'], binDirectory))}
login=$("$real" -G "$@" 2>/dev/null </dev/null | awk '$1 == "user" { user = $2 } $1 == "hostname" { host = $2 } END { print user "@" host }')
host=\${login##*@}
known=
# stdin belongs to the real ssh.
while read -r route port user <&3; do
  if [ "$route" = "$login" ]; then
    # The key is looked up under the name that the user knows.
    exec "$real" -o HostName=127.0.0.1 -o "Port=$port" -o "User=$user" -o "HostKeyAlias=$host" -o CheckHostIP=no "$@" 3<&-
  fi
  [ "\${route##*@}" != "$host" ] || known=yes
done 3<${shellQuote(routesFile)}
case $known$host in
  yes*) echo "$login: Permission denied (publickey)." >&2; exit 255 ;;
  *.magento.cloud | *.magentosite.cloud) echo "ssh: Could not resolve hostname $host: Name or service not known" >&2; exit 255 ;;
esac
exec "$real" "$@"
`
  await writeFile(join(binDirectory, 'ssh'), script, { mode: 0o755 })
  return { setRoutes }
}
