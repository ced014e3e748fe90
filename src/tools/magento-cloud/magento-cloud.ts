import { UpgradeError } from '../../errors.js'
import { longestCopySeconds } from '../process/command.js'
import { readHttpAnswer } from './http-answer.js'
import { keepLog } from './kept-log.js'
import { primaryRoute } from './primary-route.js'
import type { WantedApplication } from '../../project/wanted-application.js'
import type { Secret } from '../../secrets/secret.js'
import type { Environment } from '../process/child-environment.js'
import { applicationLogins, isOneOfSeveral } from './application-logins.js'
import { createCall } from './call.js'
import { cliEnvironment } from './cli-environment.js'
import { isNotFound } from './exit-code.js'
import {
  parseEnvironment,
  type CloudEnvironment,
  parseJson,
  withoutLogins,
  isGitHubIntegration,
  isLiveVariable,
  parseRoutes
} from './answers.js'
import { findSshIdentity } from './ssh-identity.js'
import type { SshIdentity } from '../ssh/options.js'
import type { CommandResult, RunCommand } from '../process/command.js'
import type { SshHost } from '../ssh/ssh.js'

export type { CloudEnvironment } from './answers.js'

/** The `magento-cloud` program for one project and environment; each call follows its documented contract. */
export interface MagentoCloud {
  /** The program to start: `magento-cloud` from PATH, or `php` if a phar was installed. */
  readonly program: string
  /** Version that the program reports, or null if it is missing. */
  version(): Promise<string | null>
  /** Throws UpgradeError `bad-secret` for a refused token, `preflight-failed` for a project out of reach. */
  authenticate(): Promise<void>
  environment(): Promise<CloudEnvironment>
  /** Whether the project gets its code from its GitHub integration. */
  hasGitHubIntegration(): Promise<boolean>
  /**
   * Whether a variable of exactly this name takes effect at runtime (its value may be hidden); with a `value`, whether
   * the environment itself has it with that value.
   */
  hasVariable(name: string, value?: string): Promise<boolean>
  /**
   * Creates or updates a variable of the environment, and waits for the redeployment that this starts (up to an hour).
   * `value` must not be a secret: it is on the command line.
   */
  setVariable(name: string, value: string): Promise<void>
  /** All logins of the application: one, or one per node. Throws `preflight-failed` if the application is ambiguous. */
  sshHosts(): Promise<readonly SshHost[]>
  /** The main address of the application's storefront; null if it has none, or the environment is inactive. */
  primaryUrl(): Promise<string | null>
  /** Issues the SSH certificate, or renews one that is about to expire (it is good for an hour). */
  sshIdentity(): Promise<SshIdentity>
  /**
   * JSON of an API path below the project, e.g. `/environments/x/activities?count=5`. Throws `retry-later` if the API
   * is out of order, with the seconds that it asks to wait.
   */
  api(path: string): Promise<unknown>
  /** The text of an activity's log so far, without waiting for more. */
  activityLog(id: string): Promise<string>
  /** `db:dump --stdout` of a relationship, compressed here into `file`; the exit codes of both stages are in the result. */
  dumpDatabase(
    file: string,
    relationship: string,
    options: { readonly exclude: readonly string[]; readonly timeoutSeconds: number }
  ): Promise<CommandResult>
  /** `snapshot:create --live`, waited for; the id of the snapshot, or null if none was made. */
  createSnapshot(): Promise<string | null>
  /** The last lines of a platform log such as `deploy`. */
  log(name: string, lines: number): Promise<string>
}

/** What {@link createMagentoCloud} needs. */
interface MagentoCloudInput {
  readonly run: RunCommand
  /** The environment of this process; the child gets an allow-listed part. */
  readonly parentEnvironment: Environment
  /** A private folder for the program's state; created if missing, to be removed by the caller. */
  readonly home: string
  /** The API token, only in the environment of this child. */
  readonly token: Secret
  /** Path of the phar that is run by PHP; omitted: `magento-cloud` on PATH. */
  readonly phar?: string | null
  readonly project: string
  /** Id of the environment. */
  readonly environment: string
  /** The application that commands act on if the environment has several; null or omitted if it has one. */
  readonly app?: WantedApplication | null
  /** Called with its name as soon as an answer shows that the environment has other applications too. */
  readonly onSeveral?: (application: string) => void
  /** Seconds before the first retry of a read, doubled each time. */
  readonly retryPauseSeconds?: number
  /** Longest wait in seconds that one read accepts from the API's Retry-After; more is thrown. Default: 30. */
  readonly patienceSeconds?: number
  /** Aborting it ends that waiting. */
  readonly signal?: AbortSignal
}

/** `magento-cloud`, without its caches, its updates and anything that the machine's user has configured. */
export function createMagentoCloud(input: MagentoCloudInput): MagentoCloud {
  const { run, home, project } = input
  const env = cliEnvironment(input.parentEnvironment, home, input.token)
  const program = input.phar ? (['php', input.phar] as const) : (['magento-cloud'] as const)
  const pause = input.retryPauseSeconds ?? 1
  const patience = { patienceSeconds: input.patienceSeconds ?? 30, signal: input.signal }
  const { attempt, read, once } = createCall({ run, program, env, home, retryPauseSeconds: pause, ...patience })
  const inProject = ['-p', project]
  const inEnvironment = [...inProject, '-e', input.environment]
  const { app = null } = input
  const inApplication = [...inEnvironment, ...(app === null ? [] : ['--app', app.name])]
  const curl = ['project:curl', ...inProject, '--fail', '--include']
  const authenticate = async (): Promise<void> => {
    await read(['project:info', ...inProject, 'id'], (stdout) => stdout)
  }
  const ask = (path: string): Promise<unknown> =>
    read([...curl, path], (stdout) => parseJson(readHttpAnswer(stdout).body))
  // 1.46.1 does not renew an access token for its curl, but does for every other command (tried with upstream 4.12.1).
  const api = (path: string): Promise<unknown> =>
    ask(path).catch(async (error: unknown) => {
      if (!(error instanceof UpgradeError) || error.code !== 'bad-secret') throw error
      await authenticate()
      return ask(path)
    })
  const apiEnvironment = `/environments/${encodeURIComponent(input.environment)}`
  const readEnvironment = async (): Promise<CloudEnvironment> => {
    const environment = parseEnvironment(await api(apiEnvironment))
    if (app !== null && isOneOfSeveral(environment, app.name)) input.onSeveral?.(app.name)
    return environment
  }

  return {
    program: program[0],
    api,
    version: async () => {
      const result = await attempt(['--version'])
      if (result.exitCode === 127) return null
      return /\d+\.\d+[\w.+-]*/.exec(result.stdout)?.[0] ?? null
    },
    authenticate,
    environment: readEnvironment,
    hasGitHubIntegration: async () => isGitHubIntegration(await api('/integrations')),
    hasVariable: async (name, value) =>
      isLiveVariable(await api(`${apiEnvironment}/variables`), name, value) ||
      (value === undefined && isLiveVariable(await api('/variables'), name)),
    setVariable: async (name, value) => {
      const what = ['--level', 'environment', '--name', name, `--value=${value}`, '--sensitive', 'false']
      const where = ['--visible-build', 'false', '--visible-runtime', 'true', '--json', 'false', '--prefix', 'none']
      const call = ['variable:create', ...inEnvironment, ...what, ...where, '--enabled', 'true', '--update', '--wait']
      await once(call, { timeoutSeconds: 3600 })
    },
    sshHosts: async () => {
      // Not environment:ssh --all, which lists those of all applications and workers.
      const environment = await readEnvironment()
      const { id, status } = environment
      const hosts = status === 'active' || status === 'dirty' ? applicationLogins(environment, app) : []
      if (hosts.length > 0) return hosts
      throw withoutLogins(id, status)
    },
    primaryUrl: async () => {
      // Not environment:url, whose primary route may be another application's.
      const deployment = await api(`${apiEnvironment}/deployments/current`).catch((error: unknown) => {
        if (isNotFound(error)) return null
        throw error
      })
      return primaryRoute(parseRoutes(deployment), app?.name ?? null)
    },
    sshIdentity: async () => {
      await read(['ssh-cert:load'], (stdout) => stdout)
      return findSshIdentity(home)
    },
    activityLog: (id) => {
      let log = keepLog()
      // The beginning of a very long log is dropped, with a note; lines that begin phases are kept.
      const text = (stdout: string): string =>
        log.lost === 0 ? stdout : `${log.text()}${stdout.endsWith('\n') ? '\n' : ''}`
      return read(['activity:log', id, ...inProject, '--refresh', '0'], text, () => {
        log = keepLog()
        return { onStdoutLine: log.add }
      })
    },
    dumpDatabase: async (file, relationship, { exclude, timeoutSeconds }) => {
      const without = exclude.map((name) => `--exclude-table=${name}`)
      const args = ['db:dump', ...inApplication, '-r', relationship, ...without, '--stdout']
      return attempt(args, { timeoutSeconds, stdoutTo: { file, through: ['gzip', '-3'] } })
    },
    createSnapshot: async () => {
      const args = ['snapshot:create', ...inEnvironment, '--live', '--wait', '-y']
      const { exitCode, stdout } = await attempt(args, { timeoutSeconds: longestCopySeconds })
      return exitCode === 0 ? (/^(?:Snapshot|Backup) name: (\S+)/m.exec(stdout)?.[1] ?? null) : null
    },
    log: (name, lines) =>
      read(['environment:logs', ...inApplication, name, '--lines', String(lines)], (stdout) => stdout)
  }
}
