import { shellQuote } from '../../sandbox/services/shell-quote.js'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { addSandboxOptions, situationHelp } from './sandbox-options.js'
import { startWithProgress } from './start-with-progress.js'
import { stopOnSignals } from '../run/stop-on-signals.js'

/** `sandbox start`: a stand-in platform to play with, until Ctrl-C. */
export function addSandbox(program: Command): void {
  const sandbox = program.command('sandbox').description('a stand-in Cloud platform on this machine')
  addSandboxOptions(sandbox.command('start').description('start it, say how to use it, run until Ctrl-C'))
    .addHelpText('after', `\n${situationHelp}`)
    .action(async (flags: Record<string, unknown>) => {
      const stopped = stopOnSignals()
      const running = await startWithProgress(flags, stopped)
      process.stdout.write(await howToUse(running))
      if (!stopped.aborted)
        await new Promise((resolve) => {
          stopped.addEventListener('abort', resolve)
        })
      await running.stop()
      process.stderr.write('The sandbox is stopped.\n')
    })
}

async function howToUse(sandbox: Sandbox): Promise<string> {
  const { credentials, env } = sandbox
  const secrets = {
    MAGENTO_CLOUD_CLI_TOKEN: credentials.cloudToken,
    MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: credentials.composerUsername,
    MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: credentials.composerPassword,
    GITHUB_TOKEN: credentials.githubToken
  }
  const lines = Object.entries({ ...env, ...secrets }).map(([name, value]) => `export ${name}=${shellQuote(value)}`)
  const file = join(sandbox.directory, 'sandbox.env')
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  const knownHosts = join(sandbox.directory, 'known_hosts')
  await writeFile(knownHosts, sandbox.knownHosts)
  return `The sandbox runs.

  project      ${sandbox.projectId}, environment ${sandbox.environment}
  checkout     ${sandbox.checkout}
  storefront   ${sandbox.storefrontUrl}
  GitHub API   ${sandbox.githubApiUrl}

In another shell:

  . ${file}
  cd ${sandbox.checkout}
  magento-cloud environment:list -p ${sandbox.projectId}
  node ${process.argv[1] ?? 'dist/cli/index.js'} upgrade --target 2.4.8 --project ${sandbox.projectId} --environment ${sandbox.environment} \\
    --vulnerable-composer warn --known-hosts "$(cat ${knownHosts})"
  curl -sH "Authorization: Bearer $GITHUB_TOKEN" $GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls

With --pull-request the upgrade opens a pull request there, and deploys nothing.

Ctrl-C here stops everything and removes it.
`
}
