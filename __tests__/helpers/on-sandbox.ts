import { join } from 'node:path'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { RunContext } from '../../src/run/run-context.js'

/** Options and context of a run on a sandbox, as its user would give them. */
export function onSandbox(sandbox: Sandbox, given: GivenOptions = {}): [GivenOptions, RunContext] {
  const { credentials, env } = sandbox
  const options: GivenOptions = {
    workingDirectory: sandbox.checkout,
    target: '2.4.8',
    project: sandbox.projectId,
    environment: sandbox.environment,
    knownHosts: sandbox.knownHosts,
    cloudToken: credentials.cloudToken,
    composerUsername: credentials.composerUsername,
    composerPassword: credentials.composerPassword,
    // Whatever a test leaves behind is removed with its sandbox.
    backupDirectory: join(sandbox.directory, 'backups'),
    vulnerableComposer: 'warn',
    startTimeout: 12,
    deployTimeout: 60,
    ...given
  }
  return [options, { environment: env }]
}

/** Every secret of a sandbox: none of them may appear in anything that a run leaves behind. */
export function secretsOf({ credentials }: Sandbox): readonly string[] {
  return [credentials.cloudToken, credentials.composerPassword, credentials.databasePassword, credentials.githubToken]
}
