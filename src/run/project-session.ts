import type { Problem } from '../errors.js'
import { readAppYaml } from '../project/app-yaml.js'
import type { ComposerAuth } from '../project/composer-auth.js'
import { readComposerProject, type ComposerProject } from '../project/composer-project.js'
import { composerPlatform } from '../project/composer-platform.js'
import { chooseRuntime } from '../steps/plan/runtime.js'
import { likelyVersion } from '../project/likely-version.js'
import { withOtherProblems } from '../project/with-other-problems.js'
import { headerSecrets, urlCredentials } from '../secrets/url-credentials.js'
import { Secret } from '../secrets/secret.js'
import { awaitRepositories } from '../steps/preflight/await-repositories.js'
import { checkOutSubmodules } from '../tools/git/check-out-submodules.js'
import { readCheckout, type Checkout } from '../tools/git/read-checkout.js'
import { findStart, type Start } from '../tools/git/find-start.js'
import { checkGit } from '../steps/preflight/check-git.js'
import { preflightError } from '../project/preflight-error.js'
import { placeOf, workingDirectory } from './project-root.js'
import { projectKeys } from './project-keys.js'
import type { Run } from './run.js'
import { vulnerableComposer } from './vulnerable-composer.js'
import { createComposer, type Composer } from '../tools/composer/composer.js'
import { createClock } from '../tools/clock.js'
import { composerGitConfig } from '../tools/composer/git-access.js'
import { patientComposer } from '../tools/composer/patient-composer.js'
import { withGivenKeys } from '../tools/composer/with-given-keys.js'
import { withComposerHome } from '../tools/composer/composer-home.js'
import { files } from '../tools/files.js'
import { createGit, type Git } from '../tools/git/git.js'
import { createIsolation } from '../tools/isolation/isolation.js'
import { createFetch } from '../tools/http/proxied-fetch.js'
import { createRunCommand } from '../tools/process/run-command.js'
import type { RunCommand } from '../tools/process/command.js'
import { withWorkTree } from '../tools/git/work-tree.js'

/** The Cloud project to upgrade: its checkout, a scratch copy of it, and Composer with the project's keys. */
export interface ProjectSession {
  /** git in the developer's checkout. */
  readonly git: Git
  /** git in the project's folder of the scratch work tree, where the upgrade is made. */
  readonly scratch: Git
  readonly checkout: Checkout
  readonly composerProject: ComposerProject
  readonly composer: Composer
  /** The home folder of Composer, and what was written to it besides the credentials. */
  readonly composerHome: {
    readonly folder: string
    readonly gitConfig: string
    readonly platform: Readonly<Record<string, string>>
  }
  readonly auth: ComposerAuth
  /** Host to the name of the source of its credentials. */
  readonly origins: ReadonlyMap<string, string>
  /** Hosts whose given keys count in place of those in an address of composer.json. */
  readonly overruled: ReadonlySet<string>
  readonly problems: readonly Problem[]
  /** Known vulnerabilities of this machine's Composer, which the preflight also reports; see {@link isRefused}. */
  readonly composerProblems: readonly Problem[]
  /** Commit that the upgrade starts from. */
  readonly base: string
  /** Branch that the upgrade belongs to; empty if HEAD is detached and no branch was named. */
  readonly branch: string
  /** Environment to upgrade: the named one, or that of the branch; empty for none. */
  readonly environment: string
}

/**
 * Opens the project for `task` and removes every scratch file afterwards, however it ends. If this machine's Composer
 * is refused, that is reported with all other problems; it gets no keys, and `task` must not run it.
 */
export async function withProject<T>(
  thisRun: Run,
  branchName: string,
  task: (project: ProjectSession) => Promise<T>
): Promise<T> {
  const run = createRunCommand(thisRun.context.signal, thisRun.context.redact)
  const composerProblems = await vulnerableComposer(thisRun, run)
  try {
    return await openProject(thisRun, { run, branchName, composerProblems }, task)
  } catch (error) {
    throw isRefused(composerProblems) ? withOtherProblems(error, composerProblems) : error
  }
}

/** Whether one of the problems with Composer forbids running it on a project. */
export function isRefused(composerProblems: readonly Problem[]): boolean {
  return composerProblems.some(({ severity }) => severity === 'error')
}

interface Opening extends Pick<ProjectSession, 'composerProblems'> {
  readonly run: RunCommand
  readonly branchName: string
}

async function openProject<T>(
  thisRun: Run,
  { run, branchName, composerProblems }: Opening,
  task: (project: ProjectSession) => Promise<T>
): Promise<T> {
  const { options, context, facts, addCommittedSecrets } = thisRun
  const folder = await workingDirectory(options.workingDirectory)
  const git = createGit(run, context.environment, folder)
  const { stdout: ownConfig } = await git.run(
    'config',
    '--get-regexp',
    String.raw`^(remote\..*url|http\..*extraheader)$`
  )
  addCommittedSecrets([...urlCredentials(ownConfig), ...headerSecrets(ownConfig)])
  const { root, prefix } = await placeOf(git)
  const { branch, base, warnings } = await start({ options, context }, git, branchName)
  return withWorkTree(createGit(run, context.environment, root), base, async (tree) => {
    const scratch = tree.in(files.join(tree.folder, prefix))
    const checkout = await readCheckout(files, scratch.folder, tree)
    const composerProject = readComposerProject(checkout.composerJson, checkout.composerLock)
    await checkOutSubmodules({ git: git.in(root), scratch: tree, files }, checkout, prefix)
    const { auth, origins, overruled, problems } = await projectKeys(thisRun, folder, {
      scratch,
      checkout,
      project: composerProject
    })
    const { extensions } = readAppYaml(checkout.appYaml)
    const { php } = chooseRuntime(
      checkout.appYaml,
      likelyVersion(options.target, composerProject.product.version),
      options.updateAppConfig
    )
    const gitConfig = await composerGitConfig(run, context.environment, files.resolve('/'))
    addCommittedSecrets([...urlCredentials(gitConfig), ...headerSecrets(gitConfig)])
    const trusted = !isRefused(composerProblems)
    const home = {
      auth: trusted ? new Secret(JSON.stringify(auth)) : null,
      gitConfig: new Secret(trusted ? gitConfig : ''),
      platform: composerPlatform(php, extensions)
    }
    const tools = {
      fetch: createFetch(context.environment),
      clock: createClock(context.signal),
      logger: context.logger
    }
    return withComposerHome(files, home, (composerHome) => {
      const plain = createComposer(run, {
        environment: context.environment,
        home: composerHome,
        securityBlocking: options.securityBlocking,
        isolation: createIsolation(run, (why) => {
          facts.warnings = [...facts.warnings, exposed(why)]
          context.logger.warn(exposed(why).message)
        }),
        guarded: {
          sealed: [root],
          hidden: [options.backupDirectory].filter((path) => path !== '').map((path) => files.resolve(path))
        }
      })
      const patient = patientComposer(plain, {
        files,
        home: composerHome,
        beforeRetry: (attempt) =>
          awaitRepositories(tools, composerProject.repositories, { auth, origins, overruled }, attempt)
      })
      const composer = withGivenKeys(patient, files, overruled)
      return task({
        git,
        scratch,
        checkout,
        composerProject,
        composer,
        composerHome: { folder: composerHome, gitConfig, platform: home.platform },
        auth,
        origins,
        overruled,
        problems: [...warnings, ...problems],
        composerProblems,
        base,
        branch,
        environment: options.environment || branch
      })
    })
  })
}

/** Finds where the upgrade starts; an error about that also has the other problems of the checkout. */
async function start({ options, context }: Pick<Run, 'options' | 'context'>, git: Git, branch: string): Promise<Start> {
  const pushes = options.push && !options.dryRun
  const found = await findStart(git, { branch, remote: options.remote, pushes, expectedTip: context.expectedTip })
  if ('base' in found) return found
  const others = await checkGit({ git, files }, { ...options, branch, push: false })
  throw preflightError([found, ...others]) ?? new Error(found.message)
}

/** The warning that Composer's plugins and scripts had to run without isolation. */
function exposed(why: string): Problem {
  return {
    id: 'plugins-not-isolated',
    severity: 'warning',
    message: `Composer's plugins and scripts ran with access to everything that this user may read, including the tokens of this run: ${why}.`,
    fix: 'Run on a machine with util-linux and user namespaces (or sudo without a password), or upgrade in a job without tokens.'
  }
}
