import type { Evidence, Flag } from '../../../project/deployment-log/evidence.js'
import type { NewFinding } from './finding-of-cause.js'

/** What a failed deployment left behind on the server: findings, but never causes. */
export function findLeftovers(texts: readonly Evidence[]): readonly NewFinding[] {
  const flags = texts.filter(({ kind }) => kind === 'flag')
  return states.flatMap(({ flag, ...finding }) => {
    const found = flags.find((one) => one.flag === flag)
    return found ? [{ ...finding, ...leftBehind, source: found.source, evidence: found.text }] : []
  })
}

// The present state of the server does not show why.
const leftBehind = { certainty: 'sure', phase: null, deployment: null, at: null } as const

const states = [
  {
    flag: 'deploy-failed',
    id: 'deploy-failed-flag',
    title: 'The last deployment is marked as failed',
    meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
    next: 'Fix the cause above first; the next deployment removes the mark when it starts.'
  },
  {
    flag: 'maintenance',
    id: 'maintenance-on',
    title: 'The site is closed for maintenance',
    meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
    next: 'Leave it closed until the cause above is fixed and deployed: that deployment opens it. If it does not, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
  },
  {
    flag: 'cron-off',
    id: 'cron-disabled',
    title: 'Cron jobs are disabled',
    meaning:
      'A deployment disables cron and its post-deploy phase enables it again; that did not happen. Indexes, e-mails and queues have stopped.',
    next: 'Fix the cause above first; the next successful deployment enables it. If it does not, on the server: vendor/bin/ece-tools cron:enable'
  }
] as const satisfies readonly (Pick<NewFinding, 'id' | 'title' | 'meaning' | 'next'> & { readonly flag: Flag })[]

/** Ids of these findings. */
export const leftoverIds: readonly string[] = states.map(({ id }) => id)
