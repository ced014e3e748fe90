import { z } from 'zod'

const entry = z.union([z.looseObject({ type: z.string().optional(), url: z.string().optional() }), z.boolean()])

/** The `repositories` section of composer.json in both of its forms. */
export const repositoriesSection = z.union([z.array(entry), z.record(z.string(), entry)]).default([])

/** A Composer repository that packages come from. */
export interface ComposerRepository {
  readonly url: string
  /** `host` or `host:port`: the key that credentials for it have under `http-basic`. */
  readonly host: string
}

/** The repositories of type `composer` that are reached over HTTP. */
export function httpRepositories(section: z.infer<typeof repositoriesSection>): readonly ComposerRepository[] {
  return Object.values(section).flatMap((repository) => {
    if (typeof repository === 'boolean' || repository.type !== 'composer') return []
    const { url = '' } = repository
    if (!URL.canParse(url)) return []
    const { protocol, host } = new URL(url)
    return protocol === 'https:' || protocol === 'http:' ? [{ url, host }] : []
  })
}
