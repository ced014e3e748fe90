import { UpgradeError, type Problem } from './errors.js'
import { readCloudApp } from './project/cloud-app.js'
import { mergeComposerAuth, type ComposerAuth } from './project/composer-auth.js'
import { readComposerProject, type ComposerProject } from './project/composer-files.js'
import { composerPlatform } from './project/composer-platform.js'
import { planRuntime } from './project/plan-runtime.js'
import { likelyVersion } from './project/likely-version.js'
import { Secret } from './secret.js'
import { readCheckout, type Checkout } from './steps/read-checkout.js'
import { findStart, type Start } from './steps/find-start.js'
import { checkGit } from './steps/preflight/check-git.js'
import { preflightError } from './project/preflight-error.js'
import type { Telling } from './tell-story.js'
import { createComposer, type Composer } from './tools/composer.js'
import { withComposerHome } from './tools/composer-home.js'
import { files } from './tools/files.js'
import { createGit, type Git } from './tools/git.js'
import { createRunCommand } from './tools/run-command.js'
import { withWorkTree } from './tools/work-tree.js'

/** The Cloud project that is upgraded: its checkout, a scratch copy of it, and Composer with the project's keys. */
export interface OpenProject {
  /** git in the developer's checkout. */
  readonly git: Git
  /** git in the scratch work tree, where everything is tried out. */
  readonly scratch: Git
  readonly checkout: Checkout
  readonly composerProject: ComposerProject
  readonly composer: Composer
  readonly auth: ComposerAuth
  readonly problems: readonly Problem[]
  /** Commit that the upgrade starts from. */
  readonly base: string
  /** Branch that the upgrade belongs to; empty where HEAD is detached and no branch was named. */
  readonly branch: string
}

/** Opens the project for `task` and removes every scratch file afterwards, however it ends. */
export async function withProject<T>(
  { options, context, learn }: Telling,
  branchName: string,
  task: (project: OpenProject) => Promise<T>
): Promise<T> {
  const folder = await workingDirectory(options.workingDirectory)
  const run = createRunCommand(context.signal)
  const git = createGit(run, context.environment, folder)
  const root = (await git.read('rev-parse', '--show-toplevel')).trim()
  const { branch, base, warnings } = await start({ options, context }, git, branchName)
  return withWorkTree(createGit(run, context.environment, root), base, async (scratch) => {
    const checkout = await readCheckout(files, scratch.folder)
    const composerProject = readComposerProject(checkout.composerJson, checkout.composerLock)
    const { auth, problems } = await credentials({ options, context, learn }, folder, composerProject)
    const { extensions } = readCloudApp(checkout.appYaml)
    const { php } = planRuntime(
      checkout.appYaml,
      likelyVersion(options.target, composerProject.product.version),
      options.updateAppConfig
    )
    const home = { auth: new Secret(JSON.stringify(auth)), platform: composerPlatform(php, extensions) }
    return withComposerHome(files, home, (composerHome) => {
      const composer = createComposer(run, {
        environment: context.environment,
        home: composerHome,
        securityBlocking: options.securityBlocking
      })
      return task({
        git,
        scratch,
        checkout,
        composerProject,
        composer,
        auth,
        problems: [...warnings, ...problems],
        base,
        branch
      })
    })
  })
}

/** Where the upgrade starts; what else is wrong with the checkout is told with what keeps it from starting. */
async function start(
  { options, context }: Pick<Telling, 'options' | 'context'>,
  git: Git,
  branch: string
): Promise<Start> {
  const pushes = options.push && !options.dryRun
  const found = await findStart(git, { branch, remote: options.remote, pushes, expectedTip: context.expectedTip })
  if ('base' in found) return found
  const others = await checkGit({ git, files }, { ...options, branch, push: false })
  throw preflightError([found, ...others]) ?? new Error(found.message)
}

async function workingDirectory(path: string): Promise<string> {
  const folder = files.resolve(path)
  if (await files.exists(folder)) return folder
  throw new UpgradeError('bad-input', {
    message: `The working directory ${folder} does not exist.`,
    unchanged: 'Nothing was changed.',
    next: 'Set working-directory to the root of the Cloud project.'
  })
}

async function credentials(
  { options, context, learn }: Pick<Telling, 'options' | 'context' | 'learn'>,
  folder: string,
  project: ComposerProject
): Promise<ReturnType<typeof mergeComposerAuth>> {
  const authJson = (await files.read(files.join(folder, 'auth.json'))) ?? ''
  learn(authJson)
  const [first, ...others] = project.repositories
  return mergeComposerAuth({
    username: options.composerUsername.reveal(),
    password: options.composerPassword.reveal(),
    input: options.composerAuth.reveal(),
    environment: context.environment['COMPOSER_AUTH'] ?? '',
    authJson,
    repositoryHost:
      (
        project.repositories.find(({ host }) => host === 'repo.magento.com') ??
        (others.length === 0 ? first : undefined)
      )?.host ?? null
  })
}
