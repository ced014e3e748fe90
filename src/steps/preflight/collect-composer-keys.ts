import type { Problem } from '../../errors.js'
import { committedKeyProblems } from '../../project/committed-keys.js'
import {
  configAuth,
  hostsOf,
  mergeComposerAuth,
  parseComposerAuth,
  type AuthSource,
  type ComposerAuth
} from '../../project/composer-auth.js'
import type { ComposerProject } from '../../project/composer-project.js'
import { isLoopback, type ComposerRepository } from '../../project/composer-repositories.js'
import { magentoKeys } from '../../project/magento-keys.js'
import { expectMagentoKeys } from './expect-magento-keys.js'
import { authForHosts, projectHosts } from '../../project/project-hosts.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { Checkout } from '../../tools/git/read-checkout.js'

/** The credentials that were given, and the root of the project. */
interface GivenKeys {
  readonly username: string
  readonly password: string
  /** The option composer-host. */
  readonly host: string
  /** The option composer-auth. */
  readonly input: string
  /** The variable COMPOSER_AUTH. */
  readonly environment: string
  /** auth.json of the developer's checkout; null if there is none. */
  readonly authJson: string | null
  readonly checkout: Checkout
  readonly project: ComposerProject
}

/** The credentials that Composer gets, and the name of the source for each host. */
export interface CollectedKeys {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  /** Hosts whose given keys replace those in an address of composer.json. */
  readonly overruled: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

const inConfig = 'the config section of composer.json'

/**
 * Collects the credentials of all sources, only for the hosts of the project. A tracked auth.json is removed from the
 * scratch checkout, but not from its index: Composer would prefer it to the given credentials. Throws UpgradeError
 * `bad-secret` for unusable credentials, before anything is sent.
 */
export async function collectComposerKeys(
  { scratch, files }: { readonly scratch: Git; readonly files: Files },
  given: GivenKeys
): Promise<CollectedKeys> {
  const { checkout, project } = given
  const { repositories } = project
  const committed = await takeOutTrackedAuth(scratch, files)
  const name = committed === null ? 'auth.json' : 'the tracked auth.json'
  const authJson = parseComposerAuth('auth.json in the project root', given.authJson ?? committed ?? '')
  const config = configAuth(project.config)
  const explicit = givenSources(given)
  const merged = mergeComposerAuth([...explicit, { name, auth: authJson }, { name: inConfig, auth: config }])
  const { origins, passedOver } = merged
  const overruled = new Set(explicit.flatMap(({ auth }) => (auth === null ? [] : hostsOf(auth))))
  const hosts = new Set([...projectHosts(checkout.composerJson, checkout.composerLock), ...hostsOf(config)])
  const auth = authForHosts(withAddressKeys(merged.auth, repositories), hosts)
  expectMagentoKeys({ auth, origins, repositories })
  const from = (source: string): readonly string[] =>
    passedOver.flatMap((key) => (key.source === source ? key.host : []))
  const addresses = repositories.filter((repository) => isStale(repository, merged.auth, overruled))
  const problems = committedKeyProblems({
    repositories,
    config,
    trackedAuth: committed === null ? null : (authJson ?? {}),
    stale: { trackedAuth: from(name), config: from(inConfig), addresses: addresses.map(({ host }) => host) }
  })
  // Committed credentials are reported elsewhere.
  const told = committed === null ? [inConfig] : [inConfig, name]
  const disagreements = merged.problems.filter((_, index) => !told.includes(passedOver[index]?.source ?? ''))
  return { auth, origins, overruled, problems: [...disagreements, ...problems] }
}

/** Credentials given to this very run, strongest first. */
function givenSources(given: GivenKeys): readonly AuthSource[] {
  const pair = magentoKeys({ ...given, repositories: given.project.repositories })
  return [
    { name: 'composer-username and composer-password', auth: pair },
    { name: 'composer-auth', auth: parseComposerAuth('the input composer-auth', given.input) },
    { name: 'COMPOSER_AUTH', auth: parseComposerAuth('the environment variable COMPOSER_AUTH', given.environment) }
  ]
}

/** Whether an address has other credentials than those given for its host. */
function isStale({ host, inUrl }: ComposerRepository, auth: ComposerAuth, overruled: ReadonlySet<string>): boolean {
  const known = auth['http-basic']?.[host]
  const same = known?.username === inUrl?.username && known?.password === inUrl?.password
  return Boolean(inUrl?.password) && overruled.has(host) && !same
}

/**
 * Composer learns credentials in an address only when it reads that index, which an installation from a lock does not.
 */
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
  // skip-worktree: status and commit consider the file unchanged.
  await scratch.read('update-index', '--skip-worktree', 'auth.json')
  await files.remove(path)
  return text
}
