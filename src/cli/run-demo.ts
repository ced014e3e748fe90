import { join } from 'node:path'
import { deployFaults, type DeployFault } from '../../sandbox/deploy-faults.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { renderSeconds } from '../report/seconds.js'
import type { UpgradeReport } from '../report/report.js'
import { coloursOfStderr } from './colours.js'
import { printReport } from './print-report.js'
import { createProgress } from './progress.js'
import { startWithProgress } from './start-with-progress.js'
import { stopOnSignals } from '../run/stop-on-signals.js'

/** Starts a sandbox, upgrades its project, says how it went and stops everything it started. */
export async function runDemo(flags: Record<string, unknown>): Promise<void> {
  const began = performance.now()
  const pc = coloursOfStderr()
  const signal = stopOnSignals()
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`)
  }
  say(
    pc.bold(
      'A stand-in Cloud platform is started on this machine: package repository, git, sshd, MariaDB, Cloud API, storefront.'
    )
  )
  const fail = flags['fail'] as DeployFault | undefined
  if (fail) say(`The deployment is made to fail: ${deployFaults[fail]}.`)
  const sandbox = await startWithProgress(flags, signal)
  try {
    const report = await upgradeOn(sandbox, flags, signal)
    if (flags['json'] === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else printReport(report)
    say(
      `\n${pc.bold(report.error ? 'The upgrade failed.' : `The environment answers: Magento CLI ${report.verification?.installedVersion ?? 'unknown'}`)} Total time ${renderSeconds((performance.now() - began) / 1000)}.`
    )
    process.exitCode = report.error?.exitCode ?? 0
    if (flags['keep'] === true && !signal.aborted) {
      say(`The platform is left running (${sandbox.storefrontUrl}, ${sandbox.checkout}); Ctrl-C stops it.`)
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve)
      })
    }
  } finally {
    await sandbox.stop()
  }
}

async function upgradeOn(
  sandbox: Sandbox,
  flags: Record<string, unknown>,
  signal: AbortSignal
): Promise<UpgradeReport> {
  const { credentials, env } = sandbox
  const { upgrade } = await import(/* webpackChunkName: "library" */ '../commands/upgrade.js')
  const progress = createProgress({ verbose: false })
  const report = await upgrade(
    {
      workingDirectory: sandbox.checkout,
      // Goes with the sandbox.
      backupDirectory: join(sandbox.directory, 'backups'),
      target: String(flags['target']),
      install: flags['install'] === 'full' ? 'full' : 'fast',
      project: sandbox.projectId,
      environment: sandbox.environment,
      knownHosts: sandbox.knownHosts,
      cloudToken: credentials.cloudToken,
      composerUsername: credentials.composerUsername,
      composerPassword: credentials.composerPassword,
      // The distribution's Composer does for a repository on loopback.
      vulnerableComposer: 'warn',
      ...(flags['topology'] === 'direct' && { cloudRemote: 'magento' }),
      startTimeout: 20,
      // Long enough for every deployment that ends at all.
      deployTimeout: flags['fail'] === 'stuck' ? 30 : 120
    },
    { logger: progress.logger, onStep: progress.onStep, environment: env, signal }
  )
  progress.end()
  return report
}
