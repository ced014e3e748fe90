import type { components } from '@octokit/openapi-types'
import { endpoint, type Endpoint } from './endpoint.js'
import type { OriginCommit } from './origin-reader.js'
import { nodeId, type Place } from './place.js'
import { refusal } from './refusals.js'

/** The branches of the bare repository, to read. None is protected. */
export function branchEndpoints(place: Place): Endpoint[] {
  return [
    endpoint('get', '/repos/{owner}/{repo}/branches/{branch}', async ({ path }) => {
      const name = path('branch')
      const sha = await place.origin.headOf(name)
      if (sha === null) return refusal(404, 'Branch not found')
      const self = `${place.url}/branches/${name}`
      return {
        status: 200,
        body: {
          name,
          commit: renderCommit(place, await place.origin.commit(sha)),
          _links: { self, html: `${place.webUrl}/tree/${name}` },
          protected: false,
          protection: { enabled: false },
          protection_url: `${self}/protection`
        }
      }
    })
  ]
}

function renderCommit({ url, webUrl }: Place, commit: OriginCommit): components['schemas']['commit'] {
  const { sha, tree, parents, author, committer, message } = commit
  const of = (each: string): { sha: string; url: string; html_url: string } => ({
    sha: each,
    url: `${url}/commits/${each}`,
    html_url: `${webUrl}/commit/${each}`
  })
  return {
    ...of(sha),
    node_id: nodeId('Commit', sha),
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      url: `${url}/git/commits/${sha}`,
      author,
      committer,
      message,
      comment_count: 0,
      tree: { sha: tree, url: `${url}/git/trees/${tree}` }
    },
    // Nobody has an account with the address of a commit.
    author: null,
    committer: null,
    parents: parents.map(of)
  }
}
