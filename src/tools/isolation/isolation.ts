import type { CommandWorld } from './command-world.js'
import { refusal, enterScript } from './enter-script.js'
import { hiddenPlaces, type HiddenPlaces } from './hidden-places.js'
import { makePrivateFolder, removePrivateFolder } from '../files/private-folder.js'
import type { CommandResult, RunCommand, RunOptions } from '../process/command.js'

/** Runs commands that start third-party code of the checkout. */
export interface Isolation {
  /**
   * Runs a command so that it sees neither our processes nor our private folders. On a machine that does not allow
   * that, runs it without isolation and calls `onMissing` once.
   */
  readonly run: (
    argv: readonly [string, ...string[]],
    options: RunOptions,
    world: CommandWorld
  ) => Promise<CommandResult>
}

/** How a machine allows isolation: the words before `unshare`, and whether to switch back to the user in the end. */
interface Way {
  readonly before: readonly string[]
  readonly unshare: readonly string[]
  readonly user: string
}

const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc']

/** An {@link Isolation} that finds out at its first command which way this machine allows. */
export function createIsolation(run: RunCommand, onMissing: (why: string) => void): Isolation {
  let found: Promise<Way | null> | null = null
  const plain = (argv: readonly [string, ...string[]], options: RunOptions): Promise<CommandResult> =>
    run(argv, options)
  return {
    run: async (argv, options, world) => {
      const stage = await makePrivateFolder('stage')
      try {
        const places = await hiddenPlaces(world)
        const wrap = (way: Way, command: readonly string[]): [string, ...string[]] =>
          wrapped(way, { ...world, ...places, stage }, command)
        found ??= firstWay(run, options, wrap).then((way) => {
          if (way === null) onMissing('this machine allows neither user namespaces nor sudo without a password')
          return way
        })
        const way = await found
        if (way === null) return await plain(argv, options)
        const result = await run(wrap(way, argv), options)
        if (result.exitCode !== refusal.exitCode || !result.stderr.includes(refusal.text)) return result
        found = Promise.resolve(null)
        onMissing('its namespaces could not be set up')
        return await plain(argv, options)
      } finally {
        await removePrivateFolder(stage)
      }
    }
  }
}

function wrapped(
  { before, unshare, user }: Way,
  { stage, writable, hidden, masked, sealed, common }: CommandWorld & HiddenPlaces & { readonly stage: string },
  command: readonly string[]
): [string, ...string[]] {
  // The folder that contains the covers is covered last.
  const ours = (path: string): boolean => stage.startsWith(`${path}/`)
  const inOrder = [...hidden.filter((path) => !ours(path)), ...hidden.filter(ours)]
  const lists = [writable, inOrder, masked, sealed, common].map((list) => list.join('\n'))
  const enter = ['/bin/sh', '-c', enterScript, 'enter', stage, ...lists, user, ...command]
  return [...before, ...unshare, ...enter] as [string, ...string[]]
}

/** The first way that starts a command with its environment, or null. */
async function firstWay(
  run: RunCommand,
  options: RunOptions,
  wrap: (way: Way, command: readonly string[]) => [string, ...string[]]
): Promise<Way | null> {
  for (const way of waysOfThisMachine(options.env)) {
    const { exitCode, stdout } = await run(wrap(way, ['/bin/sh', '-c', 'printf %s "$MCU_PROBE"']), {
      env: { ...options.env, MCU_PROBE: 'here' },
      timeoutSeconds: 20,
      ...(options.cwd !== undefined && { cwd: options.cwd })
    })
    if (exitCode === 0 && stdout === 'here') return way
  }
  return null
}

function waysOfThisMachine(env: RunOptions['env']): readonly Way[] {
  const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1]
  const byUser = ['unshare', '--user', '--map-root-user', ...namespaces]
  const as = `${uid} ${gid}`
  if (uid === 0)
    return [
      { before: [], unshare: byUser, user: '' },
      { before: [], unshare: ['unshare', ...namespaces], user: '' }
    ]
  // Ubuntu 24.04 gives capabilities in a new namespace only to privileged processes. sudo changes PATH.
  const kept = ['PATH', 'HOME', 'TMPDIR'].flatMap((name) =>
    typeof env[name] === 'string' ? [`${name}=${env[name]}`] : []
  )
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups']
  const capable = [...become, '--inh-caps=+sys_admin', '--ambient-caps=+sys_admin', '--']
  const bySudo = ['sudo', '-n', '-E', '--', '/usr/bin/env', ...kept, ...capable]
  return [
    { before: [], unshare: byUser, user: as },
    { before: [], unshare: byUser, user: '' },
    { before: bySudo, unshare: byUser, user: as },
    { before: bySudo, unshare: byUser, user: '' }
  ]
}
