/** Owner and name of a repository on GitHub. */
export interface GitHubRepository {
  readonly owner: string
  readonly repo: string
}

/** The repository that a remote URL names, over https or ssh, or null for anything else. */
export function githubRepository(url: string): GitHubRepository | null {
  const match =
    /^(?:https?:\/\/(?:[^@/]+@)?[^/]+\/|ssh:\/\/[^/]+\/|[^@/]+@[^:/]+:)([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.trim())
  const [, owner, repo] = match ?? []
  return owner !== undefined && repo !== undefined ? { owner, repo } : null
}
