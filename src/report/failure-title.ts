import type { ErrorCode } from '../errors.js'
import { isTouched } from './is-touched.js'
import type { TitleWords } from './fit-title.js'
import type { UpgradeReport } from './report.js'

type ReportError = NonNullable<UpgradeReport['error']>

/** The heading of a run that failed, by its code. */
export function failureTitle(report: UpgradeReport, error: ReportError): TitleWords {
  const { plan, verification, deployment, findings, recovery, target } = report
  const code = error.code as ErrorCode
  const begun = isTouched(report) ? 'Stopped' : 'Not started'
  const to = plan?.toVersion ?? verification?.expectedVersion ?? 'the new version'
  const wanted = target ?? 'the target'
  const blockers = error.problems.filter(({ severity }) => severity === 'error').length || 1
  switch (code) {
    case 'internal-error':
      return () => `${begun}: a bug of this program`
    case 'bad-input':
      return () => `${begun}: ${count(blockers, 'input')} to correct`
    case 'bad-secret':
      return () => `${begun}: ${count(blockers, 'secret')} missing or refused`
    case 'preflight-failed': {
      const versions = plan === null ? '' : ` for ${plan.fromVersion} → ${plan.toVersion}`
      return (where) =>
        `${begun}: ${count(blockers, 'blocker')}${versions}${report.environment === null ? '' : ` on ${where}`}`
    }
    case 'busy':
      return (where) => `${begun}: ${where} is busy`
    case 'backup-failed':
      return (where) => `${plan === null ? '' : `${begun}: `}${plan === null ? 'No' : 'no'} backup of ${where}`
    case 'backup-unproven':
      return (where) =>
        `${plan === null ? '' : `${begun}: `}${plan === null ? 'Backup' : 'backup'} of ${where} not proven`
    case 'composer-credentials':
      return () => `${begun}: Composer keys are missing or refused`
    case 'composer-network':
      return () => `${begun}: a Composer repository cannot be reached`
    case 'unsatisfiable':
      return () => `No solution for ${wanted}: ${count(blockers, 'blocker')}`
    case 'composer-policy':
      return () => `${begun}: Composer refuses ${wanted}`
    case 'composer-crashed':
      return () => `${begun}: Composer gave no answer`
    case 'commit-refused':
      return (where) => `${where} not upgraded: the commit was refused`
    case 'push-rejected':
      return (where) => `${where} not upgraded: the push was rejected`
    case 'push-raced':
      return (where) => `${where} not upgraded: somebody pushed first`
    case 'deploy-failed':
      return deployment?.verdict === 'degraded'
        ? (where) => `${where} runs ${to}, its post-deploy hook failed`
        : (where) => `${where}: the deployment of ${to} failed${phase(findings)}`
    case 'deploy-never-started':
      return (where) => `${where}: the deployment of ${to} never began`
    case 'deploy-unknown':
      return (where) => `${where}: ${unknownWords(deployment?.verdict, to)}`
    case 'wrong-version':
      return (where) => `${where} does not run ${to}`
    case 'unhealthy':
      return (where) => `${where} runs ${to} but is unhealthy`
    case 'reverted':
      return (where) => `${where} is back on ${recovery?.version ?? 'the old version'}: ${to} failed`
    case 'recovery-failed':
      return (where) =>
        recovery?.outcome === 'refused'
          ? `${where}: ${to} failed and was not taken back`
          : `${where}: ${to} failed, and so did the way back`
    case 'retry-later':
      return verification?.verdict === 'unreachable'
        ? (where) => `${where}: not every node answered`
        : () => `${begun}: a disturbance, try again`
    case 'interrupted':
      return () => 'Stopped by Ctrl-C'
    case 'terminated':
      return () => 'Stopped by SIGTERM'
  }
}

function phase(findings: UpgradeReport['findings']): string {
  const words = {
    configuration: '',
    build: ' in the build',
    deploy: ' in its deploy phase',
    'post-deploy': '',
    site: ''
  } as const
  const of = findings[0]?.phase ?? null
  return of === null ? '' : words[of]
}

function unknownWords(verdict: NonNullable<UpgradeReport['deployment']>['verdict'] | undefined, to: string): string {
  if (verdict === 'staged') return `${to} is staged, not deployed`
  if (verdict === 'superseded') return `a newer push replaced ${to}`
  return `how the deployment of ${to} ended is unknown`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
