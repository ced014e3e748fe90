import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { UpgradeError } from '../../errors.js'

const perlScript = 'use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127'

/**
 * The words that start a command in its own session and process group: `setsid`, or perl if that is missing, as on
 * macOS. Throws UpgradeError `preflight-failed` if PATH has neither: then the command's children could not be stopped.
 */
export function sessionLauncher(path = process.env['PATH'] ?? ''): [string, ...string[]] {
  const setsid = findOnPath('setsid', path)
  if (setsid !== null) return [setsid]
  const perl = findOnPath('perl', path)
  if (perl !== null) return [perl, '-e', perlScript]
  throw new UpgradeError('preflight-failed', {
    message:
      'This machine has neither setsid nor perl on PATH; one of them is needed to stop the processes that a command starts.',
    next: 'Install util-linux (setsid) or perl. Linux and macOS are supported; on Windows use WSL.'
  })
}

/** The absolute path of a program that this user may run; null if PATH has none. */
export function findOnPath(name: string, path: string): string | null {
  const candidates = path.split(delimiter).filter((folder) => folder !== '')
  return candidates.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
