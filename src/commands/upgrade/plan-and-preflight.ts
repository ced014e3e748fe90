import { UpgradeError, type Problem } from '../../errors.js'
import type { CloudSession } from '../../run/cloud-session.js'
import type { ProjectSession } from '../../run/project-session.js'
import { repositoryOfPullRequest } from './pull-request.js'
import { summarizePlan, makePlan } from './make-plan.js'
import { preflightError } from '../../project/preflight-error.js'
import { repositoryProblemIds } from '../../steps/preflight/check-credentials.js'
import { checkPreflight } from '../../steps/preflight/check-preflight.js'
import { checkPullRequest } from '../../steps/preflight/check-pull-request.js'
import type { Planned } from '../../steps/plan/plan-upgrade.js'
import { chooseInstallMode } from '../../steps/update/choose-install-mode.js'
import type { Run } from '../../run/run.js'
import { probeRepository } from '../../tools/composer/composer-repository.js'
import { createClock } from '../../tools/clock.js'
import { files } from '../../tools/files.js'
import { createFetch } from '../../tools/http/proxied-fetch.js'
import { createGitHub } from '../../tools/github.js'
import { createRunCommand } from '../../tools/process/run-command.js'
import { sshVersion } from '../../steps/preflight/check-tools.js'

/** What is to be planned and checked. */
interface CheckedParts {
  readonly project: ProjectSession
  readonly platform: CloudSession | null
  /** Whether the environment is being deployed by an upgrade that this run goes on with. */
  readonly deploying: boolean
}

/** Plans and checks without changing anything. All problems of both come in one error. Returns the plan. */
export async function planAndPreflight(thisRun: Run, { project, platform, deploying }: CheckedParts): Promise<Planned> {
  const { stepTimer, facts } = thisRun
  const [planned, checked] = await Promise.allSettled([
    stepTimer.step('plan', () => makePlan(thisRun, project), summarizePlan),
    stepTimer.step('preflight', () => check(thisRun, { project, platform, deploying }), describeProblems, hasErrors)
  ])
  if (planned.status === 'fulfilled') facts.plan = planned.value.plan
  if (checked.status === 'rejected') throw checked.reason
  const problems = [
    ...project.problems,
    ...(planned.status === 'fulfilled' ? checked.value.map(readAnyway) : checked.value)
  ]
  if (planned.status === 'rejected') throw withProblems(planned.reason, problems)
  const install = await refuseProjectCode(thisRun, project, planned.value)
  const all = [...problems, ...planned.value.plan.problems, ...install]
  const error = preflightError(all)
  if (error) throw error
  facts.warnings = [...facts.warnings, ...all]
  return planned.value
}

// Reported before the backup begins; warnings come with the update.
async function refuseProjectCode(
  { options, secrets }: Run,
  { scratch }: ProjectSession,
  { plan: { changed }, files: after }: Planned
): Promise<readonly Problem[]> {
  if (!changed) return []
  const { install } = options
  const choice = { install, folder: scratch.folder, after, holdsSecrets: secrets.length > 0 }
  const { problems } = await chooseInstallMode(files, choice)
  return problems.filter(({ severity }) => severity === 'error')
}

async function check(thisRun: Run, parts: CheckedParts): Promise<readonly Problem[]> {
  const found = await Promise.all([checkMachine(thisRun, parts), checkGitHub(thisRun, parts)])
  return found.flat().sort((a, b) => a.severity.localeCompare(b.severity))
}

/** Checks that the pull request could be opened, before its branch is pushed. */
async function checkGitHub({ options, context }: Run, { project }: CheckedParts): Promise<readonly Problem[]> {
  if (!options.pullRequest || !options.push) return []
  const { githubToken: token, remote } = options
  const github = createGitHub({
    token,
    apiUrl: context.environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    fetch: createFetch(context.environment),
    redact: context.redact
  })
  const repository = await repositoryOfPullRequest({ options, context }, project.git)
  return checkPullRequest(github, { repository, remote, base: project.branch, hasToken: !token.isEmpty })
}

function checkMachine(
  { options, context }: Run,
  { project, platform, deploying }: CheckedParts
): Promise<readonly Problem[]> {
  const repositoryTools = { fetch: createFetch(context.environment), clock: createClock(context.signal) }
  return checkPreflight(
    {
      git: project.git,
      composer: project.composer,
      files,
      cloud: platform?.cloud ?? null,
      probe: (url, headers) => probeRepository(repositoryTools, url, headers),
      sshVersion: () => sshVersion(createRunCommand(context.signal, context.redact), context.environment),
      // An environment has no logins while it is being deployed.
      access: !deploying && (options.verify || options.backup !== 'off') ? platform : null
    },
    {
      ...options,
      deploying,
      eceTools: project.composerProject.eceTools,
      repositories: project.composerProject.repositories,
      auth: project.auth,
      origins: project.origins,
      overruled: project.overruled,
      scratch: project.scratch.folder
    }
  )
}

function describeProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const told = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  return `${errors === 0 ? 'passed' : `${errors} ${errors === 1 ? 'blocker' : 'blockers'}`}${told}`
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(
    ({ severity, id }) => severity === 'error' && !repositoryProblemIds.some((known) => known === id)
  )
}

function withProblems(reason: unknown, problems: readonly Problem[]): unknown {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!(reason instanceof UpgradeError) || errors.length === 0) return reason
  if (errors.every(isOfRepository)) return asComposerFailed(reason, errors, problems)
  const planning: Problem = { id: reason.code, severity: 'error', message: reason.message, fix: reason.next }
  const listed = reason.code === 'preflight-failed' && reason.problems.length > 0
  const told = new Set(errors.map(({ id }) => id))
  const others = reason.problems.filter(({ id }) => !told.has(id))
  return preflightError([...errors, ...(listed ? [] : [planning]), ...others])
}

function isOfRepository({ id }: Problem): boolean {
  return repositoryProblemIds.some((known) => known === id)
}

/** A repository that Composer has read is no obstacle, whatever our own probe got. */
function readAnyway(problem: Problem): Problem {
  if (!isOfRepository(problem)) return problem
  return { ...problem, severity: 'warning', message: `${problem.message} Composer itself read what the plan needs.` }
}

/** If only the repositories are the problem, the code is Composer's and the more exact message is kept. */
function asComposerFailed(
  reason: UpgradeError,
  errors: readonly Problem[],
  problems: readonly Problem[]
): UpgradeError {
  const { code, details } = reason
  const refused = code === 'composer-credentials' || code === 'composer-network'
  return new UpgradeError(code, {
    message: refused ? errors.map(({ message }) => message).join(' ') : reason.message,
    next: refused ? (errors[0]?.fix ?? reason.next) : reason.next,
    problems: [...problems, ...reason.problems],
    ...(details !== undefined && { details })
  })
}
