import data from '../../data/support-dates.json' with { type: 'json' }
import type { Problem } from '../../errors.js'
import { releaseLine } from '../../project/product-version.js'

/** A support date is reported at most this many days ahead. */
const noticeDays = 180
const millisecondsPerDay = 86_400_000

/** A warning if the support of a version has ended or ends within half a year of `today`, otherwise null. */
export function supportNotice(version: string, today: Date): Problem | null {
  const line = releaseLine(version)
  const dates = data.support.find(({ lines }) => lines.some((known) => line === known || line.startsWith(`${known}.`)))
  if (!dates) return null
  const day = today.toISOString().slice(0, 10)
  const horizon = new Date(today.getTime() + noticeDays * millisecondsPerDay).toISOString().slice(0, 10)
  if (dates.standard > horizon) return null
  const known = [
    `standard support ${ended(dates.standard, day)}`,
    ...(dates.extended === null ? [] : [`extended support ${ended(dates.extended, day)}`]),
    ...(dates.securityOnly === null ? [] : [`security fixes ${ended(dates.securityOnly, day, 'end')}`]),
    ...(dates.cloudEnforcement === null ? [] : [`the platform enforces the upgrade from ${dates.cloudEnforcement}`])
  ]
  return {
    id: 'support-date',
    severity: 'warning',
    level: 'information',
    message: `${line}: ${known.join(', ')}.`,
    fix: 'Plan an upgrade to the next line: target latest has the longest support.'
  }
}

function ended(date: string, today: string, present = 'ends'): string {
  return date < today ? `ended on ${date}` : `${present} on ${date}`
}
