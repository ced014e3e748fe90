import type { Deployment } from './report.js'
import { renderSeconds } from './seconds.js'

/** How long each phase of a deployment took, `build 1m 20s, deploy 2m`; '' where none is known. */
export function describePhases(deployment: Deployment | null): string {
  return (deployment?.phases ?? []).map(({ name, seconds }) => `${name} ${renderSeconds(seconds)}`).join(', ')
}
