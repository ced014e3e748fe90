import type { UpgradeReport } from './report.js'

/** The verdict of a run in one sentence. */
export function headline(report: UpgradeReport): string {
  const { verdict, plan, verification, environment, error, recovery } = report
  const versions = plan ? ` from ${plan.fromVersion} to ${plan.toVersion}` : ''
  const where = environment ?? 'the environment'
  switch (verdict) {
    case 'upgraded':
      return `Upgraded ${where}${versions}; ${verification?.installedVersion ?? plan?.toVersion ?? ''} runs and is healthy.`
    case 'up-to-date':
      return `${verification?.installedVersion ?? plan?.toVersion ?? 'The version that runs'} is what the target asks for: nothing to do.`
    case 'held-back':
      return `${plan?.fromVersion ?? 'The version that runs'} stays, although ${plan?.heldBack?.version ?? 'a newer release'} is out: something blocks it.`
    case 'planned':
      return `Planned the upgrade${versions}; nothing was changed.`
    case 'committed':
      return `Committed the upgrade${versions}; nothing was pushed.`
    case 'pushed':
      return `Pushed the upgrade${versions}.`
    case 'backed-up':
      return `Backed up ${where}${report.backup?.state === 'inconsistent' ? ', but not all of it as of one moment' : ''}.`
    case 'restored':
      return `Restored the backup into ${where}.`
    case 'verified':
      return `${where} runs ${verification?.installedVersion ?? 'the expected version'} and is healthy.`
    case 'diagnosed':
      return diagnosed(report)
    case 'failed':
      return error?.code === 'reverted' && recovery !== null
        ? `Failed and taken back: ${where} runs ${recovery.version} again${plan === null ? '' : `, not ${plan.toVersion}`}.`
        : `Failed: ${error?.summary ?? 'for an unknown reason'}`
  }
}

// Texts that somebody downloaded belong to no environment that is known.
function diagnosed({ findings, environment }: UpgradeReport): string {
  const things = findings.length === 1 ? 'thing' : 'things'
  if (findings.length > 0)
    return `Found ${findings.length} ${things} to look at${environment === null ? '' : ` on ${environment}`}.`
  return `Found nothing wrong in ${environment === null ? 'what was read' : `the logs of ${environment}`}.`
}
