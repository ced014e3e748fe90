import { mayPass } from '../../project/composer-problems.js'
import type { CommandResult } from '../process/command.js'
import type { Files } from '../files.js'
import type { Composer } from './composer.js'
import { downloadOne } from './download-one.js'
import { watchDownloads } from './watch-downloads.js'

const attempts = 3

/** What a patient Composer needs. */
export interface Patience {
  readonly files: Files
  /** COMPOSER_HOME, which keeps the archives downloaded so far. */
  readonly home: string
  /** Called with 1, then 2, before a call to an overloaded server is repeated; false stops the repeating. */
  readonly beforeRetry: (attempt: number) => Promise<boolean>
}

/**
 * Composer that repeats a call if a server was overloaded, up to three times in all. A call whose downloads all fail is
 * stopped; then one archive is tried, and the whole call is repeated only once that archive arrives.
 */
export function patientComposer(composer: Composer, patience: Patience): Composer {
  const { files, beforeRetry } = patience
  const run: Composer['run'] = async (folder, args, options = {}) => {
    const whole = (): Promise<CommandResult> => composer.run(folder, args, options)
    if (options.patient === false) return whole()
    const json = options.composerFile ?? files.join(folder, 'composer.json')
    let missing: string | null = null
    return repeated(async () => {
      if (missing === null) {
        const { result, dead } = await watched(composer, patience, [folder, args, options])
        if (dead === null || result.exitCode === 0) return result
        missing = dead
      }
      const single = await downloadOne(composer, files, json, missing)
      return isOverloaded(single) ? single : whole()
    }, beforeRetry)
  }
  return { ...composer, run }
}

/** A call that ends as soon as all downloads fail; then it also returns a package whose archive did not arrive. */
async function watched(
  composer: Composer,
  { files, home }: Patience,
  [folder, args, options = {}]: Parameters<Composer['run']>
): Promise<{ readonly result: CommandResult; readonly dead: string | null }> {
  const stop = new AbortController()
  const found: string[] = []
  const archives = async (): Promise<number> => (await files.list(files.join(home, 'cache', 'files'))).length
  const watch = watchDownloads(archives, (name) => {
    found.push(name)
    stop.abort()
  })
  const onLine = (line: string): void => {
    watch(line)
    options.onLine?.(line)
  }
  const result = await composer.run(folder, args, { ...options, onLine, signal: stop.signal })
  return { result, dead: found[0] ?? null }
}

async function repeated(
  ask: () => Promise<CommandResult>,
  beforeRetry: Patience['beforeRetry']
): Promise<CommandResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await ask()
    if (attempt === attempts || !isOverloaded(result) || !(await beforeRetry(attempt))) return result
  }
}

function isOverloaded({ exitCode, timedOut, stderr }: CommandResult): boolean {
  return exitCode !== 0 && !timedOut && mayPass(stderr, exitCode)
}
