import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from './find-program.js'

/** The host of the database in container environments: a name that only the platform's own network knows. */
export const databaseHost = 'database.internal'

/** The port that relationships name, whatever the stand-in's server really listens on. */
export const databasePort = 3306

const clients = ['mariadb', 'mysql', 'mariadb-dump', 'mysqldump', 'mariadb-admin', 'mysqladmin']

/**
 * Writes the clients of the database into a folder that comes first on PATH: asked for `database.internal`, in an
 * option file or on the command line, they go to loopback, at SANDBOX_DATABASE_PORT of the session or else at `port`.
 * Everything else is passed to the real ones.
 */
export async function writeDatabaseClients(binDirectory: string, port = databasePort): Promise<void> {
  await mkdir(binDirectory, { recursive: true })
  await Promise.all(
    clients.flatMap((name) => {
      const real = installed(name, binDirectory)
      return real === null ? [] : [writeFile(join(binDirectory, name), script(real, port), { mode: 0o755 })]
    })
  )
}

function installed(name: string, binDirectory: string): string | null {
  try {
    return findProgram([name], binDirectory)
  } catch {
    return null
  }
}

// An option file may be a pipe, which is read once: the real client gets what was read.
const script = (real: string, port: number): string => `#!/usr/bin/env bash
words=() inside=
for word; do
  case $word in
    --defaults-file=* | --defaults-extra-file=*)
      text=$(cat -- "\${word#*=}") || exit 1
      exec 9< <(printf '%s\\n' "$text")
      word=\${word%%=*}=/dev/fd/9
      if grep -qxE 'host="?${databaseHost}"?' <<<"$text"; then inside=yes; fi ;;
    ${databaseHost} | --host=${databaseHost} | -h${databaseHost}) inside=yes ;;
  esac
  words+=("$word")
done
if [ -n "$inside" ]; then words+=(--host=127.0.0.1 "--port=\${SANDBOX_DATABASE_PORT:-${port}}"); fi
exec '${real}' "\${words[@]}"
`
