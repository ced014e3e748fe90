import { UpgradeError } from '../../errors.js'
import { childEnvironment, type Environment } from '../process/child-environment.js'
import { redactedLastLine } from '../../secrets/redact-evidence.js'
import type { CommandResult, RunCommand } from '../process/command.js'

const identity = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL']

/** One path that differs, with git's two status letters (`??` for a new file). */
export interface StatusEntry {
  readonly status: string
  readonly path: string
}

/** The `git` program in one folder. */
export interface Git {
  readonly folder: string
  /** Runs git without judging the exit code. */
  run(...args: string[]): Promise<CommandResult>
  /** Like `read`, with `input` on stdin. */
  feed(input: string, ...args: string[]): Promise<string>
  /** Runs git and returns its stdout; throws UpgradeError `preflight-failed` with git's message if it fails. */
  read(...args: string[]): Promise<string>
  /** `git status` as entries; ignored files are left out. */
  status(): Promise<readonly StatusEntry[]>
  /** Like `run`, for clean-up: it runs even if the run is being stopped. */
  finish(...args: string[]): Promise<CommandResult>
  /** The same program, with this GIT_SSH_COMMAND for remotes over ssh. */
  withSsh(command: string): Git
  /** The same program in another folder, e.g. a linked work tree. */
  in(folder: string): Git
}

/**
 * `git` in `folder`. Hooks and the project's own configuration stay in force; prompts and traces are off. It gets
 * `SSH_AUTH_SOCK` and the home folder, which pushing needs.
 */
export function createGit(run: RunCommand, environment: Environment, folder: string): Git {
  const env = childEnvironment(
    environment,
    { GIT_TERMINAL_PROMPT: '0', GIT_TRACE: '0', GIT_TRACE_CURL: '0', LC_ALL: 'C.UTF-8' },
    [
      ...['HOME', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'],
      // Missing workflow variables give empty ones, with which git refuses to commit.
      ...identity.filter((name) => environment[name])
    ]
  )
  // A checkout that another user owns (containers) is trusted for this call only.
  const argv = (args: string[]): [string, ...string[]] => [
    'git',
    '-c',
    `safe.directory=${folder}`,
    '-c',
    'core.quotePath=false',
    ...args
  ]
  const git = (...args: string[]): Promise<CommandResult> => run(argv(args), { cwd: folder, env })
  const judged = (args: string[], result: CommandResult): string => {
    if (result.exitCode === 0) return result.stdout
    throw new UpgradeError('preflight-failed', {
      message: `git ${args[0] ?? ''} failed in ${folder}: ${redactedLastLine(result.stderr)}`,
      next: `Run git ${args.slice(0, 2).join(' ')} there to see the whole message.`
    })
  }
  const read = async (...args: string[]): Promise<string> => judged(args, await git(...args))
  return {
    folder,
    run: git,
    feed: async (input, ...args) => judged(args, await run(argv(args), { cwd: folder, env, input })),
    finish: (...args) => run(argv(args), { cwd: folder, env, signal: null }),
    read,
    status: async () =>
      parseStatus(await read('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames')),
    withSsh: (command) => createGit(run, { ...environment, GIT_SSH_COMMAND: command }, folder),
    in: (other) => createGit(run, environment, other)
  }
}

/** Entries of `git status --porcelain=v1 -z --no-renames`. */
export function parseStatus(text: string): readonly StatusEntry[] {
  return text
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => ({ status: entry.slice(0, 2), path: entry.slice(3) }))
}
