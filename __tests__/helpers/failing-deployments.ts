import { runProgram } from '../../sandbox/services/run-program.js'
import type { DeployFault, Sandbox } from '../../sandbox/sandbox-options.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { onSandbox } from './on-sandbox.js'

/** An upgrade whose deployment goes wrong in a scripted way, from the state of a new sandbox each time. */
export async function failingUpgrade(
  sandbox: Sandbox,
  fault: DeployFault,
  given: GivenOptions = {}
): Promise<UpgradeReport> {
  await sandbox.setFault(null)
  const git = async (...args: string[]): Promise<string> =>
    (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()
  const first = await git('rev-list', '--max-parents=0', 'HEAD')
  if ((await git('rev-parse', 'HEAD')) !== first) {
    await git('reset', '--quiet', '--hard', first)
    await git('push', '--quiet', '--force', 'origin', sandbox.environment)
    await sandbox.idle()
  }
  await sandbox.setFault(fault)
  return upgrade(...onSandbox(sandbox, { backup: 'off', startTimeout: 6, ...given }))
}
