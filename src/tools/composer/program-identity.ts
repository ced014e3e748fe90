import { childEnvironment, type Environment } from '../child-environment.js'
import type { RunCommand } from '../run-command.js'

// Composer takes extensions and their libraries for packages, with versions that phpinfo() shows.
const php =
  'echo PHP_VERSION, " ", PHP_INT_SIZE, " ", PHP_OS, " "; ob_start(); phpinfo(INFO_MODULES); echo hash("sha256", ob_get_clean());'

/** A text that changes with Composer, PHP, its extensions and its settings; null where one of them does not start. */
export async function programIdentity(run: RunCommand, environment: Environment, home: string): Promise<string | null> {
  const env = { ...childEnvironment(environment, {}), HOME: home, COMPOSER_HOME: home, COMPOSER_ALLOW_SUPERUSER: '1' }
  const found = await Promise.all([
    run(['composer', '--version', '--no-ansi'], { env, cwd: home }),
    run(['php', '-r', php], { env, cwd: home })
  ])
  return found.every(({ exitCode }) => exitCode === 0) ? found.map(({ stdout }) => stdout).join('\n') : null
}
