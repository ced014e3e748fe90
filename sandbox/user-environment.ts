import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitHubApi } from './github/api-server.js'

/** The environment of a person or a program that uses the platform: its programs first, nothing of the machine's configuration. */
export async function userEnvironment(options: {
  directory: string
  binDirectory: string
  apiUrl: string
  gitHub: GitHubApi
  knownHosts: string
}): Promise<Record<string, string>> {
  const { directory, binDirectory, apiUrl, gitHub } = options
  const home = join(directory, 'user')
  await mkdir(home, { recursive: true })
  const gitConfig = join(home, 'gitconfig')
  await writeFile(
    gitConfig,
    '[user]\n\tname = Shop Developer\n\temail = developer@example.com\n[init]\n\tdefaultBranch = main\n'
  )
  const hostKeys = join(home, 'host-keys')
  await writeFile(hostKeys, options.knownHosts)
  return {
    PATH: `${binDirectory}:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`,
    HOME: home,
    LANG: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: gitConfig,
    GIT_CONFIG_NOSYSTEM: '1',
    MAGENTO_CLOUD_CLI_API_URL: apiUrl,
    MAGENTO_CLOUD_CLI_AUTH_URL: apiUrl,
    MAGENTO_CLOUD_CLI_CERTIFIER_URL: apiUrl,
    MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: hostKeys,
    GITHUB_API_URL: gitHub.url,
    GITHUB_REPOSITORY: gitHub.repository
  }
}
