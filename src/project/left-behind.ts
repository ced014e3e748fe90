import type { Finding } from '../report.js'
import type { Evidence } from './explain-failure.js'

/** What a failed deployment left behind on the server: findings, but never causes. */
export function findLeftBehind(texts: readonly Evidence[]): readonly Finding[] {
  const flags = texts.filter(({ kind }) => kind === 'flag')
  return states.flatMap(({ flag, ...finding }) => {
    const found = flags.find(({ text }) => text === flag)
    return found ? [{ ...finding, source: found.source, evidence: flag }] : []
  })
}

/** The flag that stands for cron jobs that are switched off. */
export const cronFlag = "app/etc/env.php: 'cron' => ['enabled' => 0]"

const states = [
  {
    flag: 'var/.deploy_is_failed',
    id: 'deploy-failed-flag',
    title: 'The last deployment is marked as failed',
    meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
    next: 'Mend the cause above, then magento-cloud environment:redeploy: the mark goes away with the next deployment.'
  },
  {
    flag: 'var/.maintenance.flag',
    id: 'maintenance-on',
    title: 'The site is closed for maintenance',
    meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
    next: 'After the cause is mended, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
  },
  {
    flag: cronFlag,
    id: 'cron-disabled',
    title: 'Cron jobs are switched off',
    meaning:
      'A deployment switches cron off and its post-deploy phase switches it on again: that did not happen. No index, e-mail or queue moves on.',
    next: 'After the cause is mended, on the server: vendor/bin/ece-tools cron:enable'
  }
] as const

/** Ids of these findings. */
export const leftBehindIds: readonly string[] = states.map(({ id }) => id)
