import type { PlatformState } from './cloud/platform-state.js'
import type { SandboxOptions } from './sandbox-options.js'
import { runProgram } from './services/run-program.js'
import type { Platform } from './start-platform.js'

/** What is deployed first, and by whom. */
export interface FirstDeployment {
  readonly platform: Platform
  readonly state: PlatformState
  readonly topology: NonNullable<SandboxOptions['topology']>
  readonly branch: string
  readonly checkout: string
  /** The developer's environment. */
  readonly env: Readonly<Record<string, string>>
}

/** Sets the remotes of the checkout and pushes it: the first deployment takes the same path as every later one. */
export async function deployFirst(input: FirstDeployment): Promise<void> {
  const { platform, state, topology, branch, checkout, env } = input
  const { git, running, receiver } = platform
  const inCheckout = (...args: string[]): Promise<unknown> => runProgram(['git', ...args], { cwd: checkout, env })
  await inCheckout('remote', 'add', 'origin', git.origin)
  if (topology === 'direct') await inCheckout('remote', 'add', 'magento', running.cloudRemote)
  await inCheckout('push', '--quiet', topology === 'github' ? 'origin' : git.cloud, branch)
  if (topology === 'direct') await inCheckout('push', '--quiet', 'origin', branch)
  await receiver.idle()
  const first = state.activities.find(({ type }) => type === 'environment.push')
  if (first?.result !== 'success')
    throw new Error(`The first deployment failed:\n${(first?.log ?? []).map(({ data }) => data.message).join('')}`)
}
