import type { AllowingRelease } from '../../project/blockers/allowing-release.js'
import type { Blocker } from '../../project/blockers/blocker.js'
import { findBlockers } from '../../project/blockers/find-blockers.js'
import { allowsVersion } from '../../project/composer-constraint.js'
import type { KnownBlockers } from '../../project/composer-failure.js'
import { classifyComposerFailure } from '../../project/composer-problems.js'
import { removeAt, valueAt } from '../../project/json-edit.js'
import { successorsIn } from '../../project/blockers/successors-in.js'
import type { CommandResult } from '../../tools/process/command.js'
import { findAllowingReleases, type ReleaseQuestion } from './find-allowing-releases.js'
import { tryResolution, type ResolvingTools } from './try-resolution.js'

/** The resolution that failed. */
export interface BlockedResolution extends Omit<ReleaseQuestion, 'blockers'> {
  /** Names of the packages that make up the target. */
  readonly targetPackages: readonly string[]
  /** The composer.lock that it started from. */
  readonly lock: string | null
}

const rounds = 5

/**
 * All blockers, each with the newest release that allows the target. Composer names one of many, so the named one is
 * removed and Composer is asked again until it resolves or names nothing new. Undefined if the failure has another
 * cause.
 */
export async function findAllBlockers(
  tools: ResolvingTools,
  resolution: BlockedResolution,
  failed: CommandResult
): Promise<KnownBlockers | undefined> {
  const found = new Map<string, Blocker>()
  let result = failed
  for (let round = 1; isJudged(result); round += 1) {
    const named = findBlockers(`${result.stdout}\n${result.stderr}`, resolution.targetPackages)
    const news = named.filter(({ package: name }) => !found.has(name))
    for (const blocker of news) found.set(blocker.package, blocker)
    if (news.length === 0 || round === rounds || isHopeless(named)) break
    result = await resolveWithout(tools, resolution, [...found.values()])
  }
  if (found.size === 0) return undefined
  const successors = successorsIn(resolution.lock)
  const blockers = [...found.values()].map((blocker) => ({
    ...blocker,
    successor: successors.get(blocker.package) ?? null
  }))
  const platform = [...resolution.platform, ...ignoring(blockers)]
  const question = { ...resolution, platform, blockers }
  const answers = isHopeless(blockers)
    ? new Map<string, AllowingRelease>()
    : await findAllowingReleases(tools, question)
  return { blockers: withoutBystanders(blockers, answers), answers }
}

/**
 * Without the requirements that the target could be had with as they are, where others stand in its way: what an
 * extension wants of a package is no reason to loosen the project's own requirement on it.
 */
function withoutBystanders(
  blockers: readonly Blocker[],
  answers: ReadonlyMap<string, AllowingRelease>
): readonly Blocker[] {
  const stands = ({ kind, package: name, constraint }: Blocker): boolean => {
    const answer = answers.get(name)
    if (kind !== 'requirement' || constraint === null || answer?.kind !== 'release') return true
    return allowsVersion(constraint, answer.version) !== true
  }
  return blockers.some(stands) ? blockers.filter(stands) : blockers
}

function isJudged({ stdout, stderr, exitCode, timedOut }: CommandResult): boolean {
  if (exitCode === 0 || timedOut) return false
  const code = classifyComposerFailure(`${stdout}\n${stderr}`, exitCode)
  return code === 'unsatisfiable' || code === 'composer-policy'
}

function isHopeless(blockers: readonly Blocker[]): boolean {
  return blockers.some(({ kind }) => kind === 'target-missing')
}

async function resolveWithout(
  tools: ResolvingTools,
  { folder, composerJson, platform, targetPackages, lock }: BlockedResolution,
  blockers: readonly Blocker[]
): Promise<CommandResult> {
  const removable = blockers.filter(({ package: name }) => !targetPackages.includes(name))
  const { result } = await tryResolution(tools, {
    folder,
    composerJson: removable.reduce((json, { package: name }) => without(json, name), composerJson),
    lock,
    args: [...platform, ...ignoring(blockers)],
    securityBlocking: blockers.every(({ kind }) => kind !== 'advisory')
  })
  return result
}

/** A problem to be fixed in `.magento.app.yaml` must not hide the others. */
function ignoring(blockers: readonly Blocker[]): readonly string[] {
  return blockers.filter(({ kind }) => kind === 'runtime').map(({ package: name }) => `--ignore-platform-req=${name}`)
}

function without(json: string, name: string): string {
  return ['require', 'require-dev', 'conflict'].reduce(
    (text, section) => (valueAt(text, [section, name]) === undefined ? text : removeAt(text, [section, name])),
    json
  )
}
