import type { Problem } from '../../errors.js'
import { committedKeyProblems } from '../../project/committed-keys.js'
import { hostsOf, mergeComposerAuth, parseComposerAuth, type ComposerAuth } from '../../project/composer-auth.js'
import type { ComposerProject } from '../../project/composer-project.js'
import { isLoopback } from '../../project/composer-repositories.js'
import { magentoKeys } from '../../project/magento-keys.js'
import { expectMagentoKeys } from './expect-magento-keys.js'
import { authForHosts, projectHosts } from '../../project/project-hosts.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { Checkout } from '../../tools/git/read-checkout.js'

/** What was given, and where the project lies. */
export interface GivenKeys {
  readonly username: string
  readonly password: string
  /** The option composer-host. */
  readonly host: string
  /** The option composer-auth. */
  readonly input: string
  /** The variable COMPOSER_AUTH. */
  readonly environment: string
  /** auth.json of the developer's checkout; null where there is none. */
  readonly authJson: string | null
  readonly checkout: Checkout
  readonly project: ComposerProject
}

/** The credentials that Composer gets, and the name of the source of each host's. */
export interface CollectedKeys {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/**
 * Collects the credentials of all sources, for the hosts of the project only. A tracked auth.json goes out of the scratch
 * checkout, though not out of its index: Composer would prefer it to everything that was given. Throws UpgradeError
 * `bad-secret` for what cannot be used, before anything is sent.
 */
export async function collectComposerKeys(
  { scratch, files }: { readonly scratch: Git; readonly files: Files },
  given: GivenKeys
): Promise<CollectedKeys> {
  const { checkout, project } = given
  const committed = await takeOutTrackedAuth(scratch, files)
  const name = committed === null ? 'auth.json' : 'the tracked auth.json'
  const authJson = parseComposerAuth('auth.json in the project root', given.authJson ?? committed ?? '')
  const merged = mergeComposerAuth([
    {
      name: 'composer-username and composer-password',
      auth: magentoKeys({ ...given, repositories: project.repositories })
    },
    { name: 'composer-auth', auth: parseComposerAuth('the input composer-auth', given.input) },
    { name: 'COMPOSER_AUTH', auth: parseComposerAuth('the environment variable COMPOSER_AUTH', given.environment) },
    { name, auth: authJson }
  ])
  const stale = merged.passedOver.filter(({ source }) => source === name).map(({ host }) => host)
  const whole = withAddressKeys(merged.auth, project.repositories)
  const auth = authForHosts(whole, projectHosts(checkout.composerJson, checkout.composerLock))
  expectMagentoKeys({ auth, origins: merged.origins, repositories: project.repositories })
  const own = { stale, repositories: project.repositories, config: project.config }
  const problems = committedKeyProblems({ ...own, trackedAuth: committed === null ? null : (authJson ?? {}) })
  // Of the tracked file enough is said.
  const disagreements = merged.problems.filter(
    (_, index) => committed === null || merged.passedOver[index]?.source !== name
  )
  return { auth, origins: merged.origins, problems: [...disagreements, ...problems] }
}

/** Composer knows credentials in an address only once it has read that index, which an installation from a lock does not. */
function withAddressKeys(auth: ComposerAuth, repositories: ComposerProject['repositories']): ComposerAuth {
  const known = new Set(hostsOf(auth))
  const found = repositories.flatMap(({ url, host, inUrl }) => {
    const safe = url.startsWith('https:') || isLoopback(host)
    return inUrl?.password && safe && !known.has(host) ? [[host, { ...inUrl, password: inUrl.password }] as const] : []
  })
  return { ...auth, 'http-basic': { ...auth['http-basic'], ...Object.fromEntries(found) } }
}

async function takeOutTrackedAuth(scratch: Git, files: Files): Promise<string | null> {
  const path = files.join(scratch.folder, 'auth.json')
  const text = await files.read(path)
  if (text === null) return null
  // skip-worktree: status and commit take the file for unchanged.
  await scratch.read('update-index', '--skip-worktree', 'auth.json')
  await files.remove(path)
  return text
}
