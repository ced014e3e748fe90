import type { Deployment } from './report.js'
import { renderSeconds } from './seconds.js'

/** The duration of each phase of a deployment, `build 1m 20s, deploy 2m`; '' if none is known. */
export function describePhases(deployment: Deployment | null): string {
  return (deployment?.phases ?? []).map(({ name, seconds }) => `${name} ${renderSeconds(seconds)}`).join(', ')
}
