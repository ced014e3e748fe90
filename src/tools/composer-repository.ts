/** What a Composer repository answered to the keys. */
export interface RepositoryAnswer {
  /** HTTP status of packages.json, or null where the repository did not answer. */
  readonly status: number | null
  /** Why there is no status, in words. */
  readonly failure: string | null
}

/** Asks a Composer repository for its packages.json with the given keys, and nothing else. Never throws. */
export async function probeRepository(
  url: string,
  keys: { readonly username: string; readonly password: string } | null
): Promise<RepositoryAnswer> {
  const basic = keys && Buffer.from(`${keys.username}:${keys.password}`).toString('base64')
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/packages.json`, {
      headers: basic === null ? {} : { authorization: `Basic ${basic}` },
      signal: AbortSignal.timeout(30_000)
    })
    await response.body?.cancel()
    return { status: response.status, failure: null }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return { status: null, failure: cause }
  }
}
