import type { components } from '@octokit/openapi-types'
import { nodeId, type Place } from './place.js'

type User = components['schemas']['simple-user']

/** The organization that the repository belongs to. */
export function ownerOf(place: Place): User {
  return renderUser(place, { login: place.owner, id: 1, type: 'Organization' })
}

/** The app that the token belongs to, as in a workflow run. */
export function botOf(place: Place): User {
  return renderUser(place, { login: 'github-actions[bot]', id: 2, type: 'Bot' })
}

function renderUser(
  { apiUrl, webUrl }: Place,
  user: { login: string; id: number; type: 'Bot' | 'Organization' }
): User {
  const { login, id, type } = user
  const host = new URL(webUrl).origin
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${host}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `${host}/${type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false
  }
}
