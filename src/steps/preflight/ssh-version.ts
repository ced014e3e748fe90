import { childEnvironment, type Environment } from '../../tools/process/child-environment.js'
import type { RunCommand } from '../../tools/process/command.js'

/** Version of the OpenSSH client, e.g. `9.2`, or null if there is none. */
export async function sshVersion(run: RunCommand, environment: Environment): Promise<string | null> {
  const { stderr, stdout } = await run(['ssh', '-V'], { env: childEnvironment(environment, {}), timeoutSeconds: 10 })
  return /OpenSSH_(\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null
}
