import type { Deployment } from '../report/report.js'

/** The phases of a deployment, in order. */
const deploymentPhases = ['build', 'deploy', 'post-deploy'] as const

/** One phase of a deployment. */
export type DeploymentPhase = Deployment['phases'][number]['name']

// From the platform's own lines, and from those with which ece-tools begins its scenarios.
const begins: readonly (readonly [DeploymentPhase, RegExp])[] = [
  ['post-deploy', /^\s*Executing post[-_]deploy hook|Starting (?:scenario\(s\): scenario\/)?post-deploy\b/],
  ['deploy', /^\s*Re-?deploying environment|^\s*Executing deploy hook|Starting (?:scenario\(s\): scenario\/)?deploy\b/],
  ['build', /^\s*Building application|Starting (?:scenario\(s\): scenario\/)?build\b/]
]

/** The phase that a line of an activity's log begins; null for any other line. */
export function phaseOf(line: string): DeploymentPhase | null {
  return begins.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

/**
 * How long each phase took, in whole seconds; `begun` has the second in which each was first seen. A phase that began
 * and ended between two polls is left out.
 */
export function timePhases(begun: ReadonlyMap<DeploymentPhase, number>, end: number): Deployment['phases'] {
  const known = deploymentPhases.flatMap((name) => {
    const at = begun.get(name)
    return at === undefined ? [] : [{ name, at }]
  })
  return known
    .map(({ name, at }, index) => ({ name, seconds: Math.round((known[index + 1]?.at ?? end) - at) }))
    .filter(({ seconds }) => seconds > 0)
}
