import { z } from 'zod'
import { decoded } from '../secrets/url-credentials.js'

const entry = z.union([
  z.looseObject({
    type: z.string().optional(),
    url: z.string().optional(),
    options: z.looseObject({}).or(z.array(z.unknown())).optional(),
    package: z.unknown().optional()
  }),
  z.boolean()
])

/** The `repositories` section of composer.json in both of its forms. */
export const repositoriesSection = z.union([z.array(entry), z.record(z.string(), entry)]).default([])

/** A Composer repository that serves packages over HTTP. */
export interface ComposerRepository {
  /** The address without credentials: safe to print. */
  readonly url: string
  /** `host` or `host:port`, as Composer's credentials name it. */
  readonly host: string
  /** User and password in the address itself; the password is null if there is only a user. */
  readonly inUrl: { readonly username: string; readonly password: string | null } | null
  /** Whether the repository has its own options: headers, certificates, proxies. */
  readonly hasOptions: boolean
}

const address = /^(https?)(\??):\/\/(?:([^/?#]*)@)?([^/?#@]+)(.*)$/is

/** The repositories of type `composer` over HTTP. */
export function httpRepositories(section: z.infer<typeof repositoriesSection>): readonly ComposerRepository[] {
  return Object.values(section).flatMap((repository) => {
    if (typeof repository === 'boolean' || repository.type !== 'composer') return []
    const parts = address.exec((repository.url ?? '').trim())
    if (!parts) return []
    const [, scheme = '', open = '', userinfo, host = '', path = ''] = parts
    // `https?://` is Composer's own notation for "https if OpenSSL is available".
    const url = `${open === '' ? scheme.toLowerCase() : 'https'}://${host}${path}`
    if (!URL.canParse(url)) return []
    return [{ url, host, inUrl: readUserinfo(userinfo), hasOptions: Object.keys(repository.options ?? {}).length > 0 }]
  })
}

function readUserinfo(text: string | undefined): ComposerRepository['inUrl'] {
  if (text === undefined || text === '') return null
  const [username = '', ...rest] = text.split(':')
  return { username: decoded(username), password: rest.length === 0 ? null : decoded(rest.join(':')) }
}

/** The address of a repository's index, by the rule of Composer: a path that names a .json file is the index itself. */
export function packagesUrl(repositoryUrl: string): string {
  return new URL(repositoryUrl).pathname.includes('.json')
    ? repositoryUrl
    : `${repositoryUrl.replace(/\/+$/, '')}/packages.json`
}

/** Whether a `host` or `host:port` is this machine itself, so that traffic does not leave it. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}
