import { authKinds, entriesOf, hostsOf, type ComposerAuth } from './composer-auth.js'

// Both forms of an address: scheme://user@host:port/… and git's own user@host:path. Bounded, so linear.
const schemes =
  /:(?:\\?\/){2}(?:[^\s"'/@\\]{0,1000}@)?(\[[0-9a-f:.]{2,50}\](?::\d{1,5})?|[a-z0-9][a-z0-9._-]{0,252}(?::\d{1,5})?)/gi
const scpLike = /"(?:[a-z0-9._-]{1,64}@)([a-z0-9][a-z0-9.-]{0,252}):/gi
// Hosts that composer.json need not name: Packagist, and GitHub, where most of its packages come from.
const always = ['packagist.org', 'repo.packagist.org', 'github.com', 'api.github.com', 'codeload.github.com']

/** The hosts, in lower case, that Composer may contact for this project, from its composer.json and composer.lock. */
export function projectHosts(composerJson: string, composerLock: string): ReadonlySet<string> {
  const found = [composerJson, composerLock].flatMap((text) => [...text.matchAll(schemes), ...text.matchAll(scpLike)])
  return new Set([...always, ...found.map(([, host = '']) => host.toLowerCase())])
}

/** `auth` without hosts that the project does not use, so that Composer's plugins cannot read their credentials. */
export function authForHosts(auth: ComposerAuth, hosts: ReadonlySet<string>): ComposerAuth {
  const settings = Object.entries(auth).filter(([key]) => !authKinds.some((kind) => kind === key))
  const kept: Record<string, Record<string, unknown>> = {}
  for (const host of hostsOf(auth).filter((name) => belongs(name, hosts)))
    for (const [kind, value] of entriesOf(auth, host)) kept[kind] = { ...kept[kind], [host]: value }
  return { ...Object.fromEntries(settings), ...kept }
}

/** GitLab may be below a path; api.HOST gets the credentials of HOST (Composer's AuthHelper). */
function belongs(name: string, hosts: ReadonlySet<string>): boolean {
  const host = name.toLowerCase().split('/')[0] ?? ''
  return hosts.has(host) || hosts.has(`api.${host}`)
}
