import { z } from 'zod'
import { askForFile, type RepositoryFile } from '../../../tools/composer/repository-file.js'
import type { Fetch } from '../../../tools/http/proxied-fetch.js'

/** What a file of a repository must be like for a cached answer to be valid. */
export const proof = z.strictObject({
  url: z.string(),
  /**
   * Its content (SHA-256), the time of its last change as the repository spells it, or the fact that it does not exist.
   */
  kind: z.enum(['content', 'unchanged-since', 'missing']),
  value: z.string()
})

/** See {@link proof}. */
export type Proof = z.infer<typeof proof>

/**
 * Requests a file of a repository with the credentials of the project and these headers; null if there is no answer.
 */
export type AskRepository = (url: string, headers?: Readonly<Record<string, string>>) => Promise<RepositoryFile | null>

/**
 * {@link AskRepository} with the headers that `login` returns for an address; if it returns null, nothing is requested.
 */
export function createAskRepository(
  fetch: Fetch,
  login: (url: string) => Readonly<Record<string, string>> | null
): AskRepository {
  return async (url, headers = {}) => {
    const credentials = login(url)
    return credentials === null ? null : askForFile(fetch, url, { ...credentials, ...headers })
  }
}

const atOnce = 32

/** Whether every proof still holds, as confirmed by the repository itself. */
export async function stillHold(ask: AskRepository, proofs: readonly Proof[]): Promise<boolean> {
  const open = [...proofs]
  let holds = true
  const work = async (): Promise<void> => {
    for (let next = open.pop(); next !== undefined && holds; next = open.pop()) {
      if (!(await stillHolds(ask, next))) holds = false
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return holds
}

async function stillHolds(ask: AskRepository, { url, kind, value }: Proof): Promise<boolean> {
  if (kind === 'missing') return (await ask(url))?.status === 404
  if (kind === 'content') {
    const found = await ask(url)
    return found?.status === 200 && found.sha256 === value
  }
  const found = await ask(url, { 'if-modified-since': value })
  return found?.status === 304 || (found?.status === 200 && found.lastModified === value)
}
