import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'
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
  const setRoutes = (routes: SshRoutes): Promise<void> => replaceFile(routesFile, JSON.stringify(routes, null, 2))
  await mkdir(binDirectory, { recursive: true })
  await setRoutes({})
  const real = findProgram(['ssh'], binDirectory)
  const resolver = [process.execPath, assetPath('ssh', 'resolve-login.mjs'), routesFile].map(quote).join(' ')
  const script = `#!/bin/sh
route=$(${resolver} "$@" </dev/null) || exit $?
[ -z "$route" ] && exec ${quote(real)} "$@"
set -f
exec ${quote(real)} $route "$@"
`
  await writeFile(join(binDirectory, 'ssh'), script, { mode: 0o755 })
  return { setRoutes }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
