import { childEnvironment, type Environment } from '../process/child-environment.js'
import type { RunCommand } from '../process/command.js'

// Composer treats extensions and their libraries as packages, with the versions that phpinfo() shows.
const script =
  'echo PHP_VERSION, " ", PHP_INT_SIZE, " ", PHP_OS, " "; ob_start(); phpinfo(INFO_MODULES); echo hash("sha256", ob_get_clean());'

/** A text that changes with PHP, its extensions, their libraries and settings; null if PHP does not start. */
export async function phpIdentity(run: RunCommand, environment: Environment): Promise<string | null> {
  const { exitCode, stdout } = await run(['php', '-r', script], { env: childEnvironment(environment, {}), cwd: '/' })
  return exitCode === 0 ? stdout : null
}
