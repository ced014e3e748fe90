import type { AllowingRelease } from '../../project/blockers/allowing-release.js'
import type { Blocker } from '../../project/blockers/blocker.js'
import { removeAt, setAt, valueAt } from '../../project/json-edit.js'
import { askForRelease, type TryConstraint } from './ask-for-release.js'
import { tryResolution, type ResolvingTools, type TrialOutcome } from './try-resolution.js'

/** What to ask, and where; the two Composer files in `folder` are overwritten. */
export interface ReleaseQuestion {
  readonly folder: string
  /** composer.json for the target, with all requirements. */
  readonly composerJson: string
  /** The requirements that make up the target. */
  readonly core: Readonly<Record<string, string>>
  /** Arguments of `composer update` for the platform. */
  readonly platform: readonly string[]
  readonly blockers: readonly Blocker[]
}

const mostAsked = 12
// Each takes one processor for a second or two.
const atOnce = 4

/**
 * Asks Composer for the newest release of each blocker that allows the target. It is resolved with the target alone,
 * without the project's other requirements and without a vendor folder.
 */
export async function findAllowingReleases(
  tools: ResolvingTools,
  question: ReleaseQuestion
): Promise<ReadonlyMap<string, AllowingRelease>> {
  const askable = question.blockers.filter(({ kind }) => ['requirement', 'advisory', 'absent', 'policy'].includes(kind))
  const answers = new Map<string, AllowingRelease>()
  if (askable.length === 0) return answers
  const target = await resolveWith(tools, question, {}, { lock: null, args: [], securityBlocking: false })
  const open = askable.slice(0, mostAsked)
  const work = async (folder: string): Promise<void> => {
    for (let blocker = open.shift(); blocker !== undefined; blocker = open.shift()) {
      const answer =
        target.lock === null
          ? ({ kind: 'unknown', why: 'the target alone does not resolve' } as const)
          : await askForRelease(blocker, trying(tools, { ...question, folder }, { blocker, lock: target.lock }))
      answers.set(blocker.package, answer)
    }
  }
  const more = target.lock !== null && standsAlone(question.composerJson) ? Math.min(open.length, atOnce) - 1 : 0
  await Promise.all([work(question.folder), ...Array.from({ length: more }, () => inOwnFolder(tools, work))])
  for (const { package: name } of askable.slice(mostAsked))
    answers.set(name, { kind: 'unknown', why: `only the first ${mostAsked} packages were asked` })
  return answers
}

async function inOwnFolder({ files }: ResolvingTools, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await files.privateFolder('trial')
  try {
    await work(folder)
  } finally {
    await files.remove(folder)
  }
}

/** Whether a composer.json means the same in another folder: paths, archives and clones are relative to its own. */
function standsAlone(composerJson: string): boolean {
  return Object.values(valueAt(composerJson, ['repositories']) ?? {}).every(
    (entry: unknown) =>
      typeof entry === 'boolean' ||
      (typeof entry === 'object' && entry !== null && !('url' in entry && !/^https?:/.test(String(entry.url))))
  )
}

function trying(
  tools: ResolvingTools,
  question: ReleaseQuestion,
  { blocker: { package: name, kind }, lock }: { readonly blocker: Blocker; readonly lock: string }
): TryConstraint {
  return (constraint, quick, ...args) =>
    resolveWith(
      tools,
      question,
      { [name]: constraint },
      {
        lock: quick ? lock : null,
        args: quick ? [name, '--with-dependencies', ...args] : args,
        // An advisory is not an incompatibility: only packages refused for an advisory are asked about it.
        securityBlocking: kind === 'advisory'
      }
    )
}

function resolveWith(
  tools: ResolvingTools,
  { folder, composerJson, core, platform }: ReleaseQuestion,
  require: Readonly<Record<string, string>>,
  trial: { readonly lock: string | null; readonly args: readonly string[]; readonly securityBlocking: boolean }
): Promise<TrialOutcome> {
  const bare = removeAt(setAt(composerJson, ['require'], { ...require, ...core }), ['require-dev'])
  return tryResolution(tools, { ...trial, folder, composerJson: bare, args: [...trial.args, ...platform] })
}
