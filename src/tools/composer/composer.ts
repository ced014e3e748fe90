import { dirname } from 'node:path'
import { childEnvironment, type Environment } from '../process/child-environment.js'
import { composerSshVariables } from './git-access.js'
import type { Isolation } from '../isolation/isolation.js'
import type { CommandWorld } from '../isolation/command-world.js'
import type { CommandResult, RunCommand, RunOptions } from '../process/command.js'
import { privateFolderOf } from '../files/private-folder.js'

/** Versions of the programs that resolve and install. */
interface ComposerVersions {
  readonly composer: string
  readonly php: string
}

/** The `composer` program with one private COMPOSER_HOME. No call throws for Composer's own failures. */
export interface Composer {
  /** Null if PHP or Composer is missing or does not start. */
  versions(): Promise<ComposerVersions | null>
  /** `composer <args>` in `folder`; `composerFile` names another file than composer.json. */
  run(folder: string, args: readonly string[], options?: ComposerRunOptions): Promise<CommandResult>
  /** `php <args>` in `folder`, in the same environment. */
  php(folder: string, args: readonly string[]): Promise<CommandResult>
}

/** What one call of Composer may need. */
export interface ComposerRunOptions {
  readonly composerFile?: string
  readonly onLine?: (line: string) => void
  /** False if the call is not to be repeated for an overloaded server; see `patientComposer`. */
  readonly patient?: false
  /** Aborting it ends the call. */
  readonly signal?: AbortSignal
  /** False if versions with security advisories are allowed too; else as the environment says. */
  readonly securityBlocking?: false
}

const timeoutSeconds = 1800
const noSecurityBlocking = 'COMPOSER_NO_SECURITY_BLOCKING'

/** What `createComposer` needs to know. */
interface ComposerWorld {
  readonly environment: Environment
  readonly home: string
  readonly securityBlocking: boolean
  /** Runs calls that start plugins, scripts or other PHP of the checkout; without isolation if omitted. */
  readonly isolation?: Isolation
  /** The folders that those calls must not see or change. */
  readonly guarded?: Pick<CommandWorld, 'sealed' | 'hidden'>
}

/** `composer` with an allow-listed environment: no token, no MAGENTO_CLOUD_*, no configuration of the machine. */
export function createComposer(run: RunCommand, options: ComposerWorld): Composer {
  const env = composerEnvironment(options)
  const { isolation, home, guarded = { sealed: [], hidden: [] } } = options
  const isolated = (
    argv: readonly [string, ...string[]],
    how: RunOptions & { readonly cwd: string },
    more: readonly string[] = []
  ): Promise<CommandResult> => {
    const writable = [...new Set([home, how.cwd, ...more].map(privateFolderOf))]
    return isolation === undefined ? run(argv, how) : isolation.run(argv, how, { writable, ...guarded })
  }
  return {
    versions: () => versionsOnce(run, { env, cwd: options.home }),
    run: (folder, args, { composerFile, onLine, securityBlocking, signal } = {}) => {
      const argv = ['composer', '--no-interaction', '--no-ansi', ...args] as const
      const how = {
        cwd: folder,
        env: {
          ...env,
          ...(composerFile !== undefined && { COMPOSER: composerFile }),
          ...(securityBlocking === false && { [noSecurityBlocking]: '1' })
        },
        timeoutSeconds,
        ...(signal && { signal }),
        ...(onLine && { onStderrLine: onLine })
      }
      const more = composerFile === undefined ? [] : [dirname(composerFile)]
      // Without plugins only Composer's own code runs.
      return args.includes('--no-plugins') ? run(argv, how) : isolated(argv, how, more)
    },
    php: (folder, args) => isolated(['php', ...args], { cwd: folder, env, timeoutSeconds })
  }
}

// Asked once per run: starting Composer takes longer than most of a plan.
const known = new WeakMap<RunCommand, Map<string, Promise<ComposerVersions | null>>>()

function versionsOnce(run: RunCommand, how: RunOptions): Promise<ComposerVersions | null> {
  const ofRun = known.get(run) ?? new Map<string, Promise<ComposerVersions | null>>()
  known.set(run, ofRun)
  const path = String(how.env['PATH'])
  const asked = ofRun.get(path) ?? askVersions(run, how)
  ofRun.set(path, asked)
  return asked
}

async function askVersions(run: RunCommand, how: RunOptions): Promise<ComposerVersions | null> {
  // --version works without any project, but not every release names PHP there.
  const [composer, php] = await Promise.all([
    run(['composer', '--version', '--no-ansi'], how),
    run(['php', '-n', '-r', 'echo PHP_VERSION;'], how)
  ])
  const version = /Composer (?:version )?(\d+\.\d+\.\d+)/.exec(composer.stdout)?.[1]
  return version && php.exitCode === 0 ? { composer: version, php: php.stdout } : null
}

function composerEnvironment(options: ComposerWorld): Record<string, string> {
  return {
    ...(childEnvironment(options.environment, {}) as Record<string, string>),
    // For the git that Composer starts for private repositories.
    ...composerSshVariables(options.environment),
    LC_ALL: 'C.UTF-8',
    HOME: options.home,
    COMPOSER_HOME: options.home,
    // With a warm cache Composer answers from the cache and exits 0, even if the key is refused.
    COMPOSER_CACHE_DIR: `${options.home}/cache`,
    // Without it Composer as root silently disables plugins, and nothing is marshaled.
    COMPOSER_ALLOW_SUPERUSER: '1',
    COMPOSER_NO_INTERACTION: '1',
    COMPOSER_MEMORY_LIMIT: '-1',
    COMPOSER_NO_AUDIT: '1',
    COMPOSER_PROCESS_TIMEOUT: String(timeoutSeconds),
    // Composer wraps its messages at the terminal's width, which would break the patterns that we match.
    COLUMNS: '10000',
    ...(!options.securityBlocking && { [noSecurityBlocking]: '1' })
  }
}
