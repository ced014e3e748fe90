import type { Problem } from '../../errors.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import { checkCredentials, type CheckedKeys, type Probe } from './check-credentials.js'
import { checkDisk } from './check-disk.js'
import { checkGit, type GitCheckInput } from './check-git.js'
import { checkPlatform, type PlatformCheckInput } from './check-platform.js'
import { checkSsh, type SshReach } from './check-ssh.js'
import { checkTools } from './check-tools.js'

/** The tools of this step; `git` works in the project's own checkout, `cloud` is null if no platform is used. */
interface PreflightTools {
  readonly git: Git
  readonly composer: Composer
  readonly files: Files
  readonly cloud: MagentoCloud | null
  readonly probe: Probe
  readonly sshVersion: () => Promise<string | null>
  /** Null if nothing is run over SSH. */
  readonly access: SshReach | null
}

/** Everything that is checked. */
interface PreflightInput extends GitCheckInput, PlatformCheckInput, CheckedKeys {
  readonly install: 'fast' | 'full' | 'fast-without-scripts'
  readonly vulnerableComposer: 'fail' | 'warn'
  readonly repositories: readonly ComposerRepository[]
  /** A folder on the file system that scratch checkouts are on. */
  readonly scratch: string
}

/** Finds every problem at once, errors first. Changes nothing. */
export async function checkPreflight(tools: PreflightTools, input: PreflightInput): Promise<readonly Problem[]> {
  const { cloud } = tools
  const checks = [
    checkTools(tools, input),
    checkGit(tools, input),
    checkCredentials(tools.probe, input.repositories, input),
    checkDisk(tools.files, input.scratch, input.install === 'full' ? 'full' : 'fast')
  ]
  const local = (await Promise.all(checks)).flat()
  const platform = cloud === null ? [] : await checkPlatform(cloud, input)
  // An environment that the platform refuses, or has not started, has no logins.
  const unusable = platform.some(({ id }) => id !== 'admin-email')
  const logins = tools.access === null || unusable ? [] : await checkSsh(tools.access)
  return [...local, ...platform, ...logins].sort((a, b) => a.severity.localeCompare(b.severity))
}
