import { isAtLeast } from '../../project/composer-version.js'
import type { Problem } from '../../errors.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Git } from '../../tools/git/git.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import { checkComposer, type ComposerCheckInput } from './check-composer.js'
import { childEnvironment, type Environment } from '../../tools/process/child-environment.js'
import type { RunCommand } from '../../tools/process/command.js'

/** The programs to check; `cloud` is null if no platform step is requested. */
export interface CheckedTools {
  readonly git: Git
  readonly composer: Composer
  readonly cloud: MagentoCloud | null
  readonly sshVersion: () => Promise<string | null>
}

/** Problems with PHP, Composer, git and magento-cloud on this machine. */
export async function checkTools(tools: CheckedTools, input: ComposerCheckInput): Promise<readonly Problem[]> {
  const checks = [
    checkComposer(tools.composer, input),
    checkGitVersion(tools.git),
    checkCloud(tools.cloud),
    checkSsh(tools)
  ]
  return (await Promise.all(checks)).flat()
}

async function checkGitVersion(git: Git): Promise<Problem[]> {
  const version = /\d+\.\d+/.exec((await git.run('--version')).stdout)?.[0] ?? ''
  if (isAtLeast(version, '2.25')) return []
  return [missing('git', 'git is missing or older than 2.25.', 'Install a newer git.')]
}

async function checkCloud(cloud: MagentoCloud | null): Promise<Problem[]> {
  if (cloud === null) return []
  const version = await cloud.version()
  if (isAtLeast(version ?? '', '1.46')) return []
  if (version === null && cloud.program === 'php') {
    const message = 'PHP is missing, or cannot run the magento-cloud of cli-version.'
    return [missing('magento-cloud', message, 'Install the PHP command line, e.g. apt-get install php-cli.')]
  }
  return [
    missing(
      'magento-cloud',
      version === null ? 'The program magento-cloud is missing.' : `magento-cloud ${version} is older than 1.46.`,
      'Set cli-version: 1.47.0 to have it installed, or put magento-cloud 1.46 or newer on PATH.'
    )
  ]
}

// 7.6 was the first release that supports `accept-new` and so never trusts a changed host key by mistake.
async function checkSsh({ cloud, sshVersion }: CheckedTools): Promise<Problem[]> {
  if (cloud === null) return []
  const version = await sshVersion()
  if (isAtLeast(version ?? '', '7.6')) return []
  const what = version === null ? 'The program ssh is missing.' : `OpenSSH ${version} is older than 7.6.`
  return [missing('ssh', what, 'Install a newer OpenSSH client, e.g. apt-get install openssh-client.')]
}

function missing(id: string, message: string, fix: string): Problem {
  return { id: `tool-${id}`, severity: 'error', message, fix }
}

/** Version of the OpenSSH client, e.g. `9.2`, or null if there is none. */
export async function sshVersion(run: RunCommand, environment: Environment): Promise<string | null> {
  const { stderr, stdout } = await run(['ssh', '-V'], { env: childEnvironment(environment, {}), timeoutSeconds: 10 })
  return /OpenSSH_(\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null
}
