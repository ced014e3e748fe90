import { childEnvironment, type Environment } from './child-environment.js'
import type { CommandResult, RunCommand } from './run-command.js'

/** Versions of the programs that resolve and install. */
export interface ComposerVersions {
  readonly composer: string
  readonly php: string
}

/** The `composer` program with one private COMPOSER_HOME. No call throws for Composer's own failures. */
export interface Composer {
  /** Null where PHP or Composer is missing or does not start. */
  versions(): Promise<ComposerVersions | null>
  /** `composer <args>` in `folder`; `composerFile` names another file than composer.json. */
  run(folder: string, args: readonly string[], options?: ComposerRunOptions): Promise<CommandResult>
  /** `php <args>` in `folder`, in the same world. */
  php(folder: string, args: readonly string[]): Promise<CommandResult>
}

/** What one call of Composer may need. */
export interface ComposerRunOptions {
  readonly composerFile?: string
  readonly onLine?: (line: string) => void
}

const timeoutSeconds = 1800

/** `composer` whose world is an allow-list: no token, no MAGENTO_CLOUD_*, no configuration of the machine. */
export function createComposer(
  run: RunCommand,
  options: { readonly environment: Environment; readonly home: string; readonly securityBlocking: boolean }
): Composer {
  const env = composerEnvironment(options)
  return {
    versions: async () => {
      // --version works without any project, but not every release names PHP there.
      const [composer, php] = await Promise.all([
        run(['composer', '--version', '--no-ansi'], { env, cwd: options.home }),
        run(['php', '-n', '-r', 'echo PHP_VERSION;'], { env, cwd: options.home })
      ])
      const version = /Composer (?:version )?(\d+\.\d+\.\d+)/.exec(composer.stdout)?.[1]
      return version && php.exitCode === 0 ? { composer: version, php: php.stdout } : null
    },
    run: (folder, args, { composerFile, onLine } = {}) =>
      run(['composer', '--no-interaction', '--no-ansi', ...args], {
        cwd: folder,
        env: { ...env, ...(composerFile !== undefined && { COMPOSER: composerFile }) },
        timeoutSeconds,
        ...(onLine && { onStderrLine: onLine })
      }),
    php: (folder, args) => run(['php', ...args], { cwd: folder, env, timeoutSeconds })
  }
}

function composerEnvironment(options: {
  environment: Environment
  home: string
  securityBlocking: boolean
}): Record<string, string> {
  return {
    ...(childEnvironment(options.environment, {}) as Record<string, string>),
    LC_ALL: 'C.UTF-8',
    HOME: options.home,
    COMPOSER_HOME: options.home,
    // With a warm cache a refused key goes unnoticed: Composer answers from the cache and exits 0.
    COMPOSER_CACHE_DIR: `${options.home}/cache`,
    // Without it Composer as root switches plugins off in silence, and nothing is marshaled.
    COMPOSER_ALLOW_SUPERUSER: '1',
    COMPOSER_NO_INTERACTION: '1',
    COMPOSER_MEMORY_LIMIT: '-1',
    COMPOSER_NO_AUDIT: '1',
    COMPOSER_PROCESS_TIMEOUT: String(timeoutSeconds),
    // Composer wraps its messages at the terminal's width, which would tear what we recognise.
    COLUMNS: '10000',
    ...(!options.securityBlocking && { COMPOSER_NO_SECURITY_BLOCKING: '1' })
  }
}
