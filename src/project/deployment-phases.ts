/** The parts of a deployment, in their order. */
export const deploymentPhases = ['build', 'deploy', 'post-deploy'] as const

/** One part of a deployment. */
export type DeploymentPhase = (typeof deploymentPhases)[number]

// By the platform's own lines, and by those with which ece-tools begins its scenarios.
const begins: readonly (readonly [DeploymentPhase, RegExp])[] = [
  ['post-deploy', /^\s*Executing post[-_]deploy hook|Starting (?:scenario\(s\): scenario\/)?post-deploy\b/],
  ['deploy', /^\s*Re-?deploying environment|^\s*Executing deploy hook|Starting (?:scenario\(s\): scenario\/)?deploy\b/],
  ['build', /^\s*Building application|Starting (?:scenario\(s\): scenario\/)?build\b/]
]

/** The phase that a line of an activity's log begins; null for any other line. */
export function phaseOf(line: string): DeploymentPhase | null {
  return begins.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

/** Says how long each phase took, `build 80 s, deploy 120 s`; `begun` holds the second in which each began. */
export function describePhases(begun: ReadonlyMap<DeploymentPhase, number>, end: number): string {
  const known = deploymentPhases.flatMap((phase) => {
    const at = begun.get(phase)
    return at === undefined ? [] : [{ phase, at }]
  })
  return known.map(({ phase, at }, index) => `${phase} ${Math.round((known[index + 1]?.at ?? end) - at)} s`).join(', ')
}
