import { z } from 'zod'
import type { Composer, ComposerRunOptions } from '../../../tools/composer/composer.js'
import type { Files } from '../../../tools/files.js'
import { sha256 } from '../../../tools/composer/repository-file.js'
import type { CommandResult } from '../../../tools/process/command.js'

const text = z.string().nullable()

/** One call of Composer: the question (as a hash), the answer, and the two files as it left them. */
export const composerCall = z.strictObject({
  question: z.string(),
  exitCode: z.number().int(),
  stdout: z.string(),
  stderr: z.string(),
  composerJson: text,
  composerLock: text
})

/** See {@link composerCall}. */
type ComposerCall = z.infer<typeof composerCall>

/** Composer that records each of its calls. */
interface RecordingComposer {
  readonly composer: Composer
  /** The calls so far; null if one of them could have another result next time. */
  calls(): readonly ComposerCall[] | null
}

/** The same Composer, with its calls recorded. */
export function recordComposer(composer: Composer, files: Files): RecordingComposer {
  const calls: (ComposerCall | null)[] = []
  const run: Composer['run'] = async (folder, args, options = {}) => {
    const before = await readFiles(files, folder)
    const result = await composer.run(folder, args, options)
    const call = { ...answer(result), ...(await readFiles(files, folder)), question: question(before, args, options) }
    calls.push(isLasting(args, options, result) ? call : null)
    return result
  }
  return {
    composer: { ...composer, run },
    calls: () => (calls.includes(null) ? null : calls.flatMap((call) => call ?? []))
  }
}

/** Composer that repeats earlier answers to the same questions, and asks the real one everything else. */
export function replayComposer(composer: Composer, files: Files, calls: readonly ComposerCall[]): Composer {
  const known = new Map(calls.map((call) => [call.question, call]))
  const run: Composer['run'] = async (folder, args, options = {}) => {
    const call = known.get(question(await readFiles(files, folder), args, options))
    if (!call) return composer.run(folder, args, options)
    const { exitCode, stdout, stderr, composerJson, composerLock } = call
    for (const [name, content] of [
      ['composer.json', composerJson],
      ['composer.lock', composerLock]
    ] as const)
      if (content !== null) await files.write(files.join(folder, name), content)
    return { exitCode, stdout, stderr, timedOut: false }
  }
  return { ...composer, run }
}

type Contents = Pick<ComposerCall, 'composerJson' | 'composerLock'>

async function readFiles(files: Files, folder: string): Promise<Contents> {
  const [composerJson = null, composerLock = null] = await Promise.all(
    ['composer.json', 'composer.lock'].map((name) => files.read(files.join(folder, name)))
  )
  return { composerJson, composerLock }
}

function question(before: Contents, args: readonly string[], { securityBlocking }: ComposerRunOptions): string {
  return sha256(JSON.stringify([args, securityBlocking ?? null, before.composerJson, before.composerLock]))
}

function answer({ exitCode, stdout, stderr }: CommandResult): Pick<ComposerCall, 'exitCode' | 'stdout' | 'stderr'> {
  return { exitCode, stdout, stderr }
}

/**
 * Whether the same question has the same answer as long as the repositories are unchanged: no network, no foreign code.
 */
function isLasting(args: readonly string[], options: ComposerRunOptions, result: CommandResult): boolean {
  const { exitCode, timedOut, stderr } = result
  const resolved = exitCode === 0 || exitCode === 2
  const whole = !timedOut && !stderr.includes('could not be fully loaded')
  return resolved && whole && args.includes('--no-plugins') && !options.composerFile && !options.onLine
}
