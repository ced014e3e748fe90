import { appendFileSync } from 'node:fs'
import type { UpgradeError } from '../../src/errors.js'
import type { UpgradeReport } from '../../src/report/report.js'

/** How one situation ended, for the table in docs/verdicts.md. */
export interface VerdictCase {
  readonly step: 'wait' | 'verify' | 'recover' | 'begin'
  /** In the words of a user. */
  readonly situation: string
  readonly verdict: string
  /** Null if the run succeeded. */
  readonly error: Pick<UpgradeError, 'exitCode' | 'message'> | null
  /** What is shown if there is no error. */
  readonly headline?: string
  /** Findings or reasons. */
  readonly because: readonly string[]
}

/** Keeps a case if VERDICT_TABLE names a file (`npm run update:verdicts`); does nothing otherwise. */
export function recordVerdict({ error, headline = '', because, ...row }: VerdictCase): void {
  if (!isRecording()) return
  const message = error?.message ?? headline
  // The first one says in other words that it never began.
  const told = row.verdict === 'never-started' ? because.slice(1, 3) : because
  const line = {
    ...row,
    exitCode: error?.exitCode ?? 0,
    message: firstSentence(message),
    because: told.map(lasting).join(' ')
  }
  appendFileSync(process.env['VERDICT_TABLE'] ?? '', `${JSON.stringify(line)}\n`)
}

/** Whether a table is being made: then also those situations are tried that `npm test` has no time for. */
export function isRecording(): boolean {
  return process.env['VERDICT_TABLE'] !== undefined
}

/** Keeps how a run ended: by the first finding, else by the reasons of its deployment or the problems of its verification. */
export function recordReport(
  step: 'wait' | 'verify' | 'recover',
  situation: string,
  { deployment, verification, recovery, findings, error }: UpgradeReport,
  headline = ''
): void {
  const verdicts = { wait: deployment?.verdict, verify: verification?.verdict, recover: recovery?.outcome }
  const cause = findings.find(({ id }) => id !== 'unread')?.title
  const problems = (verification?.problems ?? []).filter(({ severity }) => severity === 'error')
  const reasons = step === 'wait' ? (deployment?.reasons ?? []) : problems.map(({ message }) => message)
  const because =
    error === null ? [] : step === 'recover' ? [recovery?.reason ?? ''] : cause === undefined ? reasons : [cause]
  recordVerdict({ step, situation, verdict: verdicts[step] ?? 'none', error, headline, because })
}

function firstSentence(message: string): string {
  return /^.*?\.(?= |$)/s.exec(lasting(message))?.[0] ?? lasting(message)
}

/** Without what differs from run to run: ids, hosts, ports, times, paths. */
function lasting(text: string): string {
  return text
    .replaceAll(/https?:\/\/127\.0\.0\.1:\d+/g, 'https://shop.example.com')
    .replaceAll(/\S+@ssh\.\S+?\.magento\.cloud/g, '…')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '…')
    .replaceAll(/(?<=^|[\s'"(])\/(?:tmp|var\/folders)\/[^\s'")]+/g, '…')
    .replaceAll(/\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
