import { isTouched } from './is-touched.js'
import type { UpgradeReport, Verification } from './report.js'

/** Whether the shop is open, as far as the report shows it. */
interface ShopState {
  readonly mark: '🟢' | '🟠' | '🔴'
  /** One or two sentences. */
  readonly text: string
}

/** Whether the shop is open: the second line of every failure. Unknown is an answer. */
export function describeShop(report: UpgradeReport): ShopState {
  const { findings, changes, plan, recovery } = report
  const verification = recovery?.verification ?? (recovery === null ? report.verification : null)
  if (recovery?.outcome !== 'reverted' && isClosed(report)) return closed(report)
  const seen = verification === null ? null : asSeen(verification)
  if (seen !== null) return seen
  if (findings[0]?.siteUnchanged === true)
    return {
      mark: '🟢',
      text: `The shop runs ${plan?.fromVersion ?? 'the version before'} as before: the new code never reached it.`
    }
  const live = changes.filter(({ state }) => state !== 'undone')
  if (!isTouched(report)) return { mark: '🟢', text: 'Nothing was changed: the shop is as it was.' }
  if (!live.some(({ kind }) => siteKinds.has(kind)))
    return { mark: '🟢', text: 'Nothing was deployed: the shop is as it was.' }
  return { mark: '🟠', text: 'Whether the shop is open is not known: look at it first.' }
}

const siteKinds: ReadonlySet<UpgradeReport['changes'][number]['kind']> = new Set([
  'variable',
  'redeployment',
  'maintenance',
  'setting',
  'server-file',
  'database',
  'deployment'
])

function isClosed({ findings, verification }: UpgradeReport): boolean {
  return (
    findings.some(({ id }) => id === 'maintenance-on') ||
    verification?.nodes.some(({ maintenance }) => maintenance === true) === true
  )
}

function closed({ findings, verification }: UpgradeReport): ShopState {
  const since = findings.find(({ id }) => id === 'maintenance-on')?.at ?? null
  const cron =
    findings.some(({ id }) => id === 'cron-disabled') ||
    verification?.nodes.some(({ cron: on }) => on === false) === true
  const when = since === null ? '' : ` since ${time(since)}`
  return { mark: '🔴', text: `The shop is closed (maintenance mode)${when}${cron ? ', and cron is off' : ''}.` }
}

function asSeen({ storefront, nodes }: Verification): ShopState | null {
  if (nodes.some(({ maintenance }) => maintenance === true))
    return { mark: '🔴', text: 'The shop is closed (maintenance mode).' }
  if (storefront === null) return null
  const { status } = storefront
  if (status === null) return { mark: '🔴', text: 'The shop does not answer.' }
  return status < 400
    ? { mark: '🟢', text: `The shop is open: its storefront answers (HTTP ${status}).` }
    : { mark: '🔴', text: `The shop fails: its storefront answers with HTTP ${status}.` }
}

/** `12:36 UTC` of an ISO 8601 time. */
export function time(iso: string): string {
  return `${iso.slice(11, 16)} UTC`
}
