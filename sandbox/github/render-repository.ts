import type { components } from '@octokit/openapi-types'
import { nodeId, type Place } from './place.js'
import { ownerOf } from './render-user.js'

type Repository = components['schemas']['repository']

/** The repository as other answers hold it. Nothing but pull requests can be open in it. */
export async function renderRepository(place: Place, open: number): Promise<Repository> {
  const { owner, repo, webUrl } = place
  return {
    id: 1,
    node_id: nodeId('Repository', 1),
    name: repo,
    full_name: `${owner}/${repo}`,
    owner: ownerOf(place),
    private: true,
    visibility: 'private',
    permissions: { admin: false, push: true, pull: true },
    description: null,
    homepage: null,
    language: null,
    license: null,
    mirror_url: null,
    fork: false,
    ...apiUrls(place.url),
    html_url: webUrl,
    svn_url: webUrl,
    clone_url: `${webUrl}.git`,
    git_url: `${webUrl.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(webUrl).hostname}:${owner}/${repo}.git`,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    default_branch: await place.origin.defaultBranch(),
    open_issues: open,
    open_issues_count: open,
    has_issues: false,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    archived: false,
    disabled: false,
    pushed_at: place.createdAt,
    created_at: place.createdAt,
    updated_at: place.createdAt
  }
}

/** The repository as it answers for itself. */
export async function renderFullRepository(
  place: Place,
  open: number
): Promise<components['schemas']['full-repository']> {
  const { createdAt } = place
  return {
    ...(await renderRepository(place, open)),
    pushed_at: createdAt,
    created_at: createdAt,
    updated_at: createdAt,
    has_discussions: false,
    subscribers_count: 0,
    network_count: 0
  }
}

type ApiUrl = Exclude<Extract<keyof Repository, `${string}_url` | 'url'>, `${WebUrl}_url`>
type WebUrl = 'html' | 'svn' | 'clone' | 'git' | 'ssh' | 'mirror'

function apiUrls(url: string): Record<ApiUrl, string> {
  return {
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`
  }
}
